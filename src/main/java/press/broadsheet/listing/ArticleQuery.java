package press.broadsheet.listing;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What a client may narrow a list of articles by. */
public record ArticleQuery(
        @RestQuery
        @Parameter(
                description = "In these sections or below them, by ids or slugs; `a,b` any of them, `-a` none of them",
                example = "news")
        List<String> section,

        @RestQuery
        @Parameter(
                description =
                        "With these tags, by ids or slugs; `a,b` any of them, given twice all of them, `-a` none of them",
                example = "sea-wall")
        List<String> tag,

        @RestQuery
        @Parameter(description = "By these authors, by ids or slugs; as for `tag`", example = "imogen-hartley")
        List<String> author,

        @RestQuery @Parameter(description = "In this language (BCP 47); `en` finds `en-GB` too", example = "en")
        String lang,

        @RestQuery @Parameter(description = "Of this kind", example = "review")
        String type,

        @RestQuery @Parameter(description = "At most 100 ids, separated by commas")
        String ids,

        @RestQuery @Parameter(description = "Published at this instant (RFC 3339) or later", example = "2026-11-01")
        String publishedAfter,

        @RestQuery
        @Parameter(description = "Published before this instant (RFC 3339)", example = "2027-01-01T00:00:00Z")
        String publishedBefore,

        @RestQuery @Parameter(description = "Changed at this instant (RFC 3339) or later", example = "2026-11-01")
        String updatedAfter,

        @RestQuery String q) {
    static final int LONGEST_TYPE = 40;
    static final int LONGEST_WORDS = 200;
    static final int MOST_IDS = 100;
}
