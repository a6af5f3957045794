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

/**
 * Answers what readers read and like most. A window is read from the buckets of its hours and from nothing else; only the best
 * of it are looked up as articles.
 */
@ApplicationScoped
public class RankingRepository {
    private static final int HALF_LIFE_HOURS = 6;

    /** What is older weighs less than 2 to the -100 and would, read all the same, cost as much as the archive is large. */
    private static final int TRENDING_DAYS = 30;

    private static final String RANKED = """
            select a.id, a.story_id, cast(counted.score as float8)
            from (%s) counted
            join published_article a on a.id = counted.article_id
            where %s
            order by counted.score desc, a.published_at desc, a.id desc
            limit :limit""";

    private static final String VIEWS_EVER = "select article_id, views as score from article_view_total";
    private static final String VIEWS = """
            select article_id, sum(views) as score from article_views where hour >= :since group by article_id""";
    private static final String DECAYED_VIEWS = """
            select article_id,
                   sum(views * power(cast(0.5 as float8), cast(extract(epoch from now() - hour) as float8) / 3600 / %d)) as score
            from article_views
            where hour >= greatest(cast(:since as timestamptz), now() - make_interval(days => %d))
            group by article_id""".formatted(HALF_LIFE_HOURS, TRENDING_DAYS);
    private static final String REACTIONS = """
            select article_id, count(*) as score from reaction where at >= :since group by article_id""";

    private final Session session;

    RankingRepository(Session session) {
        this.session = session;
    }

    /** The articles that lead, the first first; ties go to the newer one. */
    public List<Candidate> leading(Metric metric, Window window, Instant now, ArticleFilter filter, int limit) {
        String counted = counted(metric, window);
        ArticleConditions conditions = new ArticleConditions(filter);
        NativeQuery<Object[]> query = session.createNativeQuery(
                        RANKED.formatted(counted, conditions.where()), Object[].class)
                .setParameter("limit", limit);
        conditions.bindings().forEach(query::setParameter);
        if (counted.contains(":since")) {
            query.setParameter("since", since(window, now));
        }
        return query.getResultList().stream()
                .map(row -> new Candidate((UUID) row[0], (UUID) row[1], (Double) row[2], metric.code()))
                .toList();
    }

    /** Where a window begins: on the hour; at the beginning of time for all that was ever counted. */
    static Instant since(Window window, Instant now) {
        return window.hours() == null
                ? Instant.EPOCH
                : now.minusSeconds(window.hours() * 3600L).truncatedTo(ChronoUnit.HOURS);
    }

    private static String counted(Metric metric, Window window) {
        return switch (metric) {
            case MOST_VIEWED -> window == Window.ALL ? VIEWS_EVER : VIEWS;
            case MOST_LIKED -> REACTIONS;
            case TRENDING -> DECAYED_VIEWS;
        };
    }
}
