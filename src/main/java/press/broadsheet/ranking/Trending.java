package press.broadsheet.ranking;

import java.time.Duration;

/**
 * What trends: what is read faster than its own past would make one expect.
 *
 * <pre>{@code
 * recent   = sum over the hours of the window, 72 at most, of views * 0.5 ^ (age in hours / 6)
 * usual    = views an hour in the week before the window, or since publication if that is shorter
 * expected = usual * sum over the same hours of 0.5 ^ (age in hours / 6)
 * score    = (recent - expected) / sqrt(expected + 1)
 * }</pre>
 *
 * How far a count stands out from what a Poisson process of the usual rate would give, in its standard deviations: S. Hendrickson,
 * J. Kolb, B. Lehman, J. Montague, Trend Detection in Social Data, Gnip/Twitter 2015; counts fade by the half as in G. Cormode and
 * others, Forward Decay: A Practical Time Decay Model for Streaming Systems, ICDE 2009. The 1 stands for the usual rate of what
 * has no past. An article that came out in the window has none, so its score is its recent views; one that everybody reads every
 * day has much past, and scores when it is read more than that.
 */
final class Trending {
    /** Older hours weigh less than 2 to the -12 and count no more. */
    static final Duration REACH = Duration.ofDays(3);

    /** Scores below it are none: nothing trends that hardly anybody reads, and what has faded is not counted every hour. */
    static final double LEAST = 0.01;

    /** Selects article, metric, window and score for what is {@code due}, in each {@code span}. */
    static final String SCORES = """
            select recent.article_id, 'trending', recent.name,
                   (recent.views - usual.rate * recent.weights) / sqrt(usual.rate * recent.weights + 1)
            from (select v.article_id, span.name, span.since, span.weights,
                         sum(v.views * power(cast(0.5 as float8), cast(extract(epoch from cast(:hour as timestamptz) - v.hour) as float8) / 3600 / 6)) as views
                  from due join article_views v using (article_id) join span on v.hour >= span.since
                  where v.hour >= cast(:hour as timestamptz) - interval '72 hours'
                  group by 1, 2, 3, 4) recent
            join article a on a.id = recent.article_id
            cross join lateral (
                select coalesce(sum(v.views), 0)
                       / greatest(1, least(168, cast(extract(epoch from recent.since - a.published_at) as float8) / 3600)) as rate
                from article_views v
                where v.article_id = recent.article_id and v.hour < recent.since
                  and v.hour >= recent.since - interval '168 hours') usual""";

    private static final double HOUR = Math.pow(0.5, 1.0 / 6);

    private Trending() {}

    /** What the hours of a window weigh together: a geometric series from the present hour to the one the window begins with. */
    static double weights(Window window) {
        int reach = (int) REACH.toHours();
        int hours = window.hours() == null ? reach : Math.min(window.hours(), reach);
        return (1 - Math.pow(HOUR, hours + 1)) / (1 - HOUR);
    }
}
