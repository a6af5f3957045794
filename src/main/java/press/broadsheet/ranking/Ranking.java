package press.broadsheet.ranking;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** What readers read or like most in a window of time, no story twice. */
@Schema(description = "What readers read or like most in a window of time, no story twice")
public record Ranking(
        Metric metric,
        Span window,
        @Schema(description = "When this was counted") Instant asOf,

        @Schema(description = "Whether it could not be counted anew and is older than it should be")
        boolean stale,

        List<RankedItem> items,
        PageInfo page)
        implements Paged, Keyed {

    /** A ranking as it was counted. */
    public static Ranking of(Metric metric, Window window, Standing standing, List<RankedItem> items, int limit) {
        return new Ranking(
                metric,
                Span.of(window, standing.asOf()),
                standing.asOf(),
                standing.stale(),
                items,
                PageInfo.only(limit));
    }

    /** What a window covers at the instant of counting. */
    @Schema(name = "RankingWindow", description = "What a window covers")
    public record Span(
            Window name,

            @Schema(description = "The start of an hour; null for all that was ever counted", nullable = true)
            Instant from,

            Instant to) {
        static Span of(Window window, Instant now) {
            return new Span(window, window == Window.ALL ? null : RankingRepository.since(window, now), now);
        }
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SITE, Keys.ARTICLES, Keys.CARDS);
    }

    @Override
    public Instant lastModified() {
        return asOf;
    }
}
