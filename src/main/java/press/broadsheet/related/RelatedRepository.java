package press.broadsheet.related;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.listing.Candidate;
import press.broadsheet.related.RelatedItem.SharedTag;

/**
 * Answers which articles are about the same things. Shared tags count, each by its rarity: {@code 1 / ln(e + articles under it)},
 * after Lada A. Adamic and Eytan Adar, "Friends and neighbors on the Web", Social Networks 25 (2003), so that a tag that
 * stands everywhere says little. Of each tag only the newest links are looked at, and of the articles behind them, the best
 * first, only as many as the list takes, so that the work does not grow with the archive.
 */
@ApplicationScoped
public class RelatedRepository {
    static final String SHARED_TAGS = "shared-tags";
    private static final int LOOKED_AT_PER_TAG = 200;

    private final Session session;

    RelatedRepository(Session session) {
        this.session = session;
    }

    /**
     * The articles that share most with one, the best first.
     *
     * @param lang a language tag that theirs equals or begins with, null for any
     */
    public List<Candidate> to(UUID article, String lang, RelatedLimits limits) {
        // Kept in order, 'shared' is joined from its top until the list is full; otherwise every candidate is looked up
        // first.
        return session
                .createNativeQuery("""
                        with mine as materialized (
                            select t.id, 1 / ln(exp(1.0) + t.articles) as weight
                            from article_tag link join tag t on t.id = link.tag_id
                            where link.article_id = :article),
                        shared as materialized (
                            select newest.article_id, newest.published_at, sum(mine.weight) as score
                            from mine cross join lateral (
                                select link.article_id, link.published_at from article_tag link
                                where link.tag_id = mine.id and link.published_at <= reading_instant() and link.article_id <> :article
                                order by link.published_at desc, link.article_id desc
                                limit :perTag) newest
                            group by newest.article_id, newest.published_at
                            order by score desc, newest.published_at desc, newest.article_id desc)
                        select a.id, a.story_id, cast(shared.score as float8)
                        from shared join published_article a on a.id = shared.article_id
                        where shared.score >= :minScore
                          and (cast(:lang as text) is null or a.lang = :lang or starts_with(a.lang, :lang || '-'))
                          and (cast(:maxAgeDays as int) is null or a.published_at > reading_instant() - make_interval(days => :maxAgeDays))
                        order by shared.score desc, shared.published_at desc, shared.article_id desc
                        limit :limit""", Object[].class)
                .setParameter("article", article)
                .setParameter("perTag", LOOKED_AT_PER_TAG)
                .setParameter("lang", lang, String.class)
                .setParameter("minScore", limits.minScore())
                .setParameter("maxAgeDays", limits.maxAgeDays(), Integer.class)
                .setParameter("limit", limits.candidates())
                .getResultList()
                .stream()
                .map(row -> new Candidate((UUID) row[0], (UUID) row[1], (Double) row[2], SHARED_TAGS))
                .toList();
    }

    /** The tags that an article shares with each of some others, and what each adds to the score, the most first. */
    Map<UUID, List<SharedTag>> sharedTags(UUID article, Collection<UUID> others) {
        return session
                .createNativeQuery("""
                        select other.article_id, t.slug, cast(1 / ln(exp(1.0) + t.articles) as float8) as weight
                        from article_tag mine
                        join article_tag other on other.tag_id = mine.tag_id
                        join tag t on t.id = mine.tag_id
                        where mine.article_id = :article and other.article_id = any(:others)
                        order by weight desc, t.slug""", Object[].class)
                .setParameter("article", article)
                .setParameter("others", others.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0],
                        Collectors.mapping(
                                row -> new SharedTag((String) row[1], (Double) row[2]), Collectors.toList())));
    }
}
