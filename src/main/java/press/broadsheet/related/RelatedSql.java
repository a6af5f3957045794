package press.broadsheet.related;

/** The statement that gathers what might stand beside an article; the rest is arithmetic on what it finds. */
final class RelatedSql {
    /** In the place of a pin's number: what is no pin, the article itself, a story that editors do not want beside it. */
    static final int FOUND = 0;

    static final int ITSELF = -1;
    static final int EXCLUDED = -2;

    /**
     * Pins, then what shares telling words or rare tags, and the article itself, whose words and tags the others are compared
     * with. Words come first that weigh much and lead to few articles, and only as many as the budget of articles behind them
     * allows; the two rarest even where they lead to more, up to ten times that. Of what they and the tags lead to, the most
     * promising are looked at whole. So the work does not grow with the archive. All filters stand before all limits.
     */
    static final String CANDIDATES = """
            with me as materialized (
                select a.id, a.lang, a.published_at, v.terms, v.weights,
                       (select greatest(coalesce(sum(articles), 0), 1000) from corpus) as archive
                from published_article a left join article_terms v on v.article_id = a.id
                where a.id = :article),
            excluded as materialized (
                select a.story_id from related_exclusion e join article a on a.id = e.excluded_id
                where e.article_id = :article),
            rarity as materialized (
                select x.term, x.weight, coalesce(known.articles, 1) as articles
                from me cross join lateral unnest(me.terms, me.weights) x (term, weight)
                left join term known on known.lang = language_of(me.lang) and known.term = x.term),
            telling as materialized (
                select term, weight
                from (select *, row_number() over (order by articles, term) as place,
                             sum(articles) filter (where articles <= :postings)
                                 over (order by articles / (weight * weight), term) as postings
                      from rarity) counted
                where articles <= :postings and postings <= :postings or place <= 2 and articles <= 10 * :postings),
            mine as materialized (
                select t.id, t.slug,
                       greatest(ln(me.archive / (20.0 * greatest(t.articles, 1))) / ln(me.archive), 0.001)
                           * case when t.type in ('place', 'person', 'organisation') then 0.5 else 1 end as weight
                from me join article_tag link on link.article_id = me.id join tag t on t.id = link.tag_id),
            eligible as not materialized (
                select v.* from article_terms v
                where v.published_at <= reading_instant() and (v.unpublish_at is null or v.unpublish_at > reading_instant())
                  and v.article_id <> :article
                  and (cast(:lang as text) is null or v.lang = :lang or starts_with(v.lang, :lang || '-'))
                  and (cast(:maxAgeDays as int) is null or v.published_at > reading_instant() - make_interval(days => :maxAgeDays))),
            by_words as materialized (
                select v.article_id
                from telling join eligible v on v.terms @> array[telling.term]
                group by v.article_id
                order by sum(telling.weight * v.weights[array_position(v.terms, telling.term)]) desc, v.article_id desc
                limit :looked),
            by_tags as materialized (
                select newest.article_id
                from mine cross join lateral (
                    select link.article_id, link.published_at
                    from article_tag link join eligible v on v.article_id = link.article_id
                    where link.tag_id = mine.id and link.published_at <= reading_instant()
                    order by link.published_at desc, link.article_id desc
                    limit :perTag) newest
                group by newest.article_id
                order by sum(mine.weight) desc, max(newest.published_at) desc, newest.article_id desc
                limit :perTag),
            found as (
                select a.id, a.story_id, a.published_at, 0 as pin
                from (select article_id from by_words union select article_id from by_tags) near
                join published_article a on a.id = near.article_id
                where a.story_id <> all (array(select story_id from excluded))
                union all
                select a.id, a.story_id, a.published_at, pin.position + 1
                from related_pin pin join published_article a on a.id = pin.related_id
                where pin.article_id = :article)
            select found.id, found.story_id, found.published_at, found.pin, v.terms, v.weights,
                   shared.slugs, shared.weights
            from found
            left join article_terms v on v.article_id = found.id
            cross join lateral (
                select array_agg(mine.slug order by mine.weight desc, mine.slug) as slugs,
                       array_agg(cast(mine.weight as float8) order by mine.weight desc, mine.slug) as weights
                from article_tag link join mine on mine.id = link.tag_id
                where link.article_id = found.id) shared
            union all
            select id, null, published_at, %d, terms, weights, null, null from me
            union all
            select null, story_id, null, %d, null, null, null, null from excluded""".formatted(ITSELF, EXCLUDED);

    /** The words of an article behind the numbers. */
    static final String WORDS = """
            select term_of(a.lang, word.lexeme), min(word.lexeme)
            from article a
            join article_search found on found.article_id = a.id
            cross join lateral unnest(words_that_tell(a, found.vector)) word
            where a.id = :article
            group by 1""";

    private RelatedSql() {}
}
