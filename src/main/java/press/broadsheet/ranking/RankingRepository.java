package press.broadsheet.ranking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
            (select %1$d, a.id, a.story_id, cast(counted.score as float8)
            from (%2$s) counted
            join published_article a on a.id = counted.article_id
            where %3$s
            order by counted.score desc, a.published_at desc, a.id desc
            limit :limit%1$d)""";

    private static final String VIEWS_EVER = "select article_id, views as score from article_view_total";
    private static final String SCORES =
            "select article_id, score from article_score where metric = :metric%1$d and span = :span%1$d";

    /** A ranking that is asked for. */
    public record Wanted(Metric metric, Window window, int limit) {
        private boolean isEver() {
            return metric == Metric.MOST_VIEWED && window == Window.ALL;
        }
    }

    private final Session session;

    RankingRepository(Session session) {
        this.session = session;
    }

    /** The articles that lead, the first first; ties go to the newer one. */
    public List<Candidate> leading(Metric metric, Window window, ArticleFilter filter, int limit) {
        return leading(List.of(new Wanted(metric, window, limit)), filter).get(0);
    }

    /** The same for several rankings: one statement for all of them. */
    public List<List<Candidate>> leading(List<Wanted> rankings, ArticleFilter filter) {
        ArticleConditions conditions = new ArticleConditions(filter);
        String sql = IntStream.range(0, rankings.size())
                .mapToObj(number -> RANKED.formatted(
                        number,
                        rankings.get(number).isEver() ? VIEWS_EVER : SCORES.formatted(number),
                        conditions.where()))
                .collect(Collectors.joining(" union all "));
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
        conditions.bindings().forEach(query::setParameter);
        for (int number = 0; number < rankings.size(); number++) {
            bind(query, number, rankings.get(number));
        }
        List<Object[]> rows = query.getResultList();
        return IntStream.range(0, rankings.size())
                .mapToObj(number -> rows.stream()
                        .filter(row -> ((Number) row[0]).intValue() == number)
                        .map(row -> new Candidate(
                                (UUID) row[1],
                                (UUID) row[2],
                                (Double) row[3],
                                rankings.get(number).metric().code()))
                        .toList())
                .toList();
    }

    private static void bind(NativeQuery<Object[]> query, int number, Wanted ranking) {
        query.setParameter("limit" + number, ranking.limit());
        if (!ranking.isEver()) {
            query.setParameter("metric" + number, ranking.metric().code())
                    .setParameter("span" + number, ranking.window().code());
        }
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
