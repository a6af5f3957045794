package press.broadsheet.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;

/** The rankings that there are. */
@Schema(description = "The rankings that there are")
public record RankingCatalogue(List<Entry> metrics, List<Window> windows, List<String> filters) implements Keyed {
    static final RankingCatalogue ALL = new RankingCatalogue(
            Arrays.stream(Metric.values())
                    .map(metric -> new Entry(metric, metric.description(), "/v1/rankings/" + metric.code()))
                    .toList(),
            List.of(Window.values()),
            List.of("section", "tag", "author", "lang", "publishedWithin", "exclude"));

    /** One metric, and where its ranking is. */
    @Schema(name = "RankingMetric")
    public record Entry(
            Metric metric,

            @Schema(description = "What it counts", examples = "Views in the window.")
            String description,

            @Schema(examples = "/v1/rankings/most-viewed") String path) {}

    @Override
    public Stream<String> keys() {
        return Stream.of();
    }
}
