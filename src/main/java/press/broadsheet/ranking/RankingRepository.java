package press.broadsheet.ranking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import press.broadsheet.listing.ArticleConditions;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.listing.Candidate;

/** Answers what readers read and like most: the best of a window are read off an index and looked up as articles. */
@ApplicationScoped
public class RankingRepository {
    private static final String STALE_AFTER = "30 seconds";

    private static final String RANKED = """
            select a.id, a.story_id, cast(counted.score as float8)
            from (%s) counted
            join published_article a on a.id = counted.article_id
            where %s
            order by counted.score desc, a.published_at desc, a.id desc
            limit :limit""";

    private static final String VIEWS_EVER = "select article_id, views as score from article_view_total";
    private static final String SCORES =
            "select article_id, score from article_score where metric = :metric and span = :span";

    private final Session session;

    RankingRepository(Session session) {
        this.session = session;
    }

    /** The articles that lead, the first first; ties go to the newer one. */
    public List<Candidate> leading(Metric metric, Window window, ArticleFilter filter, int limit) {
        boolean isEver = metric == Metric.MOST_VIEWED && window == Window.ALL;
        ArticleConditions conditions = new ArticleConditions(filter);
        NativeQuery<Object[]> query = session.createNativeQuery(
                        RANKED.formatted(isEver ? VIEWS_EVER : SCORES, conditions.where()), Object[].class)
                .setParameter("limit", limit);
        conditions.bindings().forEach(query::setParameter);
        if (!isEver) {
            query.setParameter("metric", metric.code()).setParameter("span", window.code());
        }
        return query.getResultList().stream()
                .map(row -> new Candidate((UUID) row[0], (UUID) row[1], (Double) row[2], metric.code()))
                .toList();
    }

    /** How far rankings are counted, by the database's clock. */
    public Standing standing() {
        Object[] row = session.createNativeQuery(
                        "select counted_at, counted_at < now() - cast(:late as interval) from score_state",
                        Object[].class)
                .setParameter("late", STALE_AFTER)
                .getSingleResult();
        return new Standing((Instant) row[0], (Boolean) row[1]);
    }

    /** Where a window begins: on the hour; at the beginning of time for all that was ever counted. */
    static Instant since(Window window, Instant now) {
        return window.hours() == null
                ? Instant.EPOCH
                : now.minusSeconds(window.hours() * 3600L).truncatedTo(ChronoUnit.HOURS);
    }
}
