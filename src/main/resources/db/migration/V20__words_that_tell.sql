-- Weighs and counts the words by which articles are told from each other: the words by which they are found too.

-- Scripts without spaces between words are read as overlapping pairs of letters, as is usual: 'ABC' is 'AB' and 'BC'.
create function spaced(words text) returns text language sql immutable parallel safe as $$
    select regexp_replace(words, '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,2})',
                        '\1 ', 'g')
         || ' '
         || regexp_replace(
                regexp_replace(words, '(^|[^\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])'
                               || '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])',
                               '\1\2 ', 'g'),
                '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,2})', '\1 ', 'g')
$$;

-- What is in a vector of search, or the words of what it was made of where that knows no words.
create function words_that_tell(a article, found tsvector) returns tsvector language sql stable as $$
    select case when language_of(a.lang) not in ('zh', 'ja', 'ko', 'th', 'lo', 'km', 'my', 'yue') then found
        else (select setweight(to_tsvector('simple', spaced(a.title)), 'A')
                     || to_tsvector('simple', spaced(coalesce(a.summary, '') || ' ' || left(coalesce(text, ''), 100000)))
              from article_body where article_id = a.id) end
$$;

-- Weighs the words of published articles: (1 + ln of how often, in the title twice) * sqrt(idf). At most 64 words, none that
-- stands in more than a third of the articles, none of digits alone. What is asked of a word is asked once for all articles.
create function weigh_terms(ids uuid[]) returns void language sql set work_mem = '32MB' as $$
    with a as materialized (
        select article.id, article.lang, article.published_at, article.unpublish_at, language_of(article.lang) as language,
               words_that_tell(article, found.vector) as words
        from article join article_search found on found.article_id = article.id
        where article.id = any(ids)),
    counted as materialized (
        select language, coalesce(corpus.articles, 0) as articles, greatest(coalesce(corpus.articles, 0), 100) as assumed
        from (select distinct language from a) spoken left join corpus on corpus.lang = language),
    word as materialized (
        select a.id, a.language, lexeme collate "C" as lexeme,
               cardinality(positions) + cardinality(array_positions(weights, 'A')) as times
        from a, unnest(a.words)
        where left(lexeme, 1) <> '='),
    known as materialized (
        select language, lexeme, own.term, sqrt(ln(1 + cast(counted.assumed as float8) / coalesce(term.articles, 1))) as rareness
        from (select language, lexeme, term_of(language, lexeme) as term from word group by language, lexeme offset 0) own
        join counted using (language)
        left join term on term.lang = language and term.term = own.term
        where length(lexeme) between 2 and 64 and lexeme !~ '^[-+0-9.,/:]+$'
          and coalesce(term.articles, 1) <= greatest(counted.assumed / 3.0, 10)),
    weighed as (
        select id, term, weight, row_number() over (partition by id order by weight desc, term) as place
        from (select id, term, (1 + ln(times)) * rareness as weight from word join known using (language, lexeme)) each),
    best as (
        select id, array_agg(term order by place) as terms, array_agg(weight order by place) as weights,
               sqrt(sum(weight * weight)) as length
        from weighed
        where place <= 64
        group by id)
    insert into article_terms (article_id, lang, published_at, unpublish_at, corpus, terms, weights)
    select a.id, a.lang, a.published_at, a.unpublish_at, counted.articles, coalesce(best.terms, '{}'),
           array(select cast(weight / best.length as real) from unnest(best.weights) weight)
    from a join counted using (language) left join best using (id)
    on conflict (article_id) do update
    set lang = excluded.lang, published_at = excluded.published_at, unpublish_at = excluded.unpublish_at,
        corpus = excluded.corpus, terms = excluded.terms, weights = excluded.weights
$$;

-- Counts the words of a language, in at most about 20,000 articles drawn from all of it.
create procedure count_terms(language text) language plpgsql as $$
declare
    total integer := (select count(*) from article where state = 'published' and language_of(lang) = language);
    share float8 := least(1, 20000.0 / greatest(total, 1));
    sampled integer;
begin
    delete from term where lang = language;
    delete from corpus where lang = language;
    if total = 0 then
        return;
    end if;
    create temp table sampled_article on commit drop as
    select id from article
    where state = 'published' and language_of(lang) = language
      and (share = 1 or abs(hashtext(cast(id as text))) < share * 2147483647);
    sampled := (select count(*) from sampled_article);
    insert into corpus (lang, articles, counted_at) values (language, total, date_trunc('milliseconds', now()));
    insert into term (lang, term, articles)
    select language, term_of(language, word), ceil(sum(ndoc) * total / sampled)
    from ts_stat('select words_that_tell(a, found.vector) from sampled_article s join article a on a.id = s.id '
                 || 'join article_search found on found.article_id = a.id')
    where ndoc > 1 and left(word, 1) <> '='
    group by term_of(language, word);
    drop table sampled_article;
end $$;

-- Counts the words of all languages and weighs those articles anew that were weighed when the archive was less than half as
-- large, so that an article is weighed as often as the archive doubles. Commits as it goes: not for use in a transaction.
create procedure refresh_likeness() language plpgsql as $$
declare
    language text;
    batch uuid[];
begin
    for language in select distinct language_of(lang) from article union select lang from corpus loop
        call count_terms(language);
        commit;
    end loop;
    for batch in
        select array_agg(id) from (
            select a.id, (row_number() over (order by a.id) - 1) / 500 as part
            from article a
            join corpus on corpus.lang = language_of(a.lang)
            left join article_terms known on known.article_id = a.id
            where a.state = 'published' and (known.article_id is null or known.corpus < corpus.articles / 2.0)) stale
        group by part
    loop
        perform weigh_terms(batch);
        commit;
    end loop;
end $$;

-- Entries that wait to go into an index are read by every search of it: seldom many, as this is called every ten seconds.
create function merge_pending_words() returns void language sql as $$
    select gin_clean_pending_list('article_search_vector');
    select gin_clean_pending_list('article_terms_terms')
$$;
