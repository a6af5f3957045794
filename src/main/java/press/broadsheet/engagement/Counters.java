package press.broadsheet.engagement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.site.Site;

/** How often an article was read and what its readers thought of it. Apart from the article, whose ETag it must not change. */
@Schema(description = "How often an article was read and what its readers thought of it")
public record Counters(
        @Schema(description = "The article's id") UUID article,
        @Schema(examples = "4210") long views,

        @Schema(description = "One for each kind that the site offers, in the order of the buttons")
        List<Reactions> reactions,

        @Schema(description = "When this was counted") Instant asOf)
        implements Keyed {

    /** How many readers gave one kind of reaction. */
    @Schema(description = "How many readers gave one kind of reaction")
    public record Reactions(
            @Schema(examples = "very-good") String kind,

            @Schema(description = "What a button says", examples = "Very good!")
            String label,

            @Schema(examples = "3") long count) {}

    static Counters of(UUID article, long views, Map<String, Long> counts, Site site, Instant asOf) {
        List<Reactions> reactions = site.reactions().stream()
                .map(kind -> new Reactions(kind.kind(), kind.label(), counts.getOrDefault(kind.kind(), 0L)))
                .toList();
        return new Counters(article, views, reactions, asOf);
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SITE, Keys.article(article));
    }

    @Override
    public Instant lastModified() {
        return asOf;
    }
}
