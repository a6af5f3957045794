package press.broadsheet.search;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the matches are spread; only what {@code facets=} asked for is there. */
@Schema(description = "How the matches are spread over sections, tags, authors and years; only what facets= asked for")
record Facets(
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Bucket> section,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Bucket> tag,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Bucket> author,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Bucket> year) {
    /** What {@code facets} may name. */
    static final List<String> NAMES = List.of("section", "tag", "author", "year");

    /** The matches that have one thing in common. */
    @Schema(description = "The matches that have one thing in common")
    record Bucket(
            @Schema(description = "What to narrow the search by: a slug, or a year", examples = "sea-wall")
            String value,

            @Schema(examples = "Sea wall") String name,

            @Schema(description = "How many of the matches", examples = "12")
            int matches) {}
}
