package press.broadsheet.recommendation;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.query.Arguments;
import press.broadsheet.query.Terms;

/** What a client may say of a reader; nothing of it is kept. */
record RecommendationQuery(
        @RestQuery
        @Parameter(
                description =
                        "What the reader has seen, as the client remembers it, the latest first: at most 100 ids, separated by"
                                + " commas")
        String seen,

        @RestQuery
        @Parameter(
                description = "In these sections or below them, by ids or slugs; `a,b` any of them, `-a` none of them",
                example = "news")
        List<String> section,

        @RestQuery @Parameter(description = "In this language (BCP 47); `en` finds `en-GB` too", example = "en")
        String lang,

        @RestQuery @Parameter(description = "Without these articles: at most 100 ids, separated by commas")
        String exclude,

        @RestQuery
        @DefaultValue("8")
        @Parameter(
                description = "How many articles",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50", defaultValue = "8"))
        String limit,

        @RestQuery
        @Parameter(
                description = "Adds how each article came to its place",
                schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
        String explain) {
    private static final int DEFAULT_LIMIT = 8;
    private static final int GREATEST_LIMIT = 50;
    private static final int MOST_IDS = 100;

    int limit(Arguments arguments) {
        return arguments.integer("limit", limit, 1, GREATEST_LIMIT, DEFAULT_LIMIT);
    }

    List<UUID> seen(Arguments arguments) {
        return arguments.uuids("seen", seen, MOST_IDS);
    }

    boolean explain(Arguments arguments) {
        return arguments.flag("explain", explain);
    }

    /** What may be recommended: nothing of a story that was seen, either. */
    ArticleFilter filter(Arguments arguments, List<UUID> seenIds) {
        List<UUID> excludedIds = arguments.uuids("exclude", exclude, MOST_IDS);
        return new ArticleFilter(
                arguments.terms("section", section),
                Terms.NONE,
                Terms.NONE,
                arguments.language("lang", lang).orElse(null),
                null,
                List.of(),
                Stream.concat(seenIds.stream(), excludedIds.stream()).distinct().toList(),
                null,
                null,
                null,
                null);
    }
}
