package press.broadsheet.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.query.Arguments;

/** What a client may narrow a ranking by. */
record RankingQuery(
        @RestQuery
        @DefaultValue("24h")
        @Parameter(
                description = "How far back it counts, from the start of an hour",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"1h", "6h", "24h", "7d", "30d", "all"}))
        String window,

        @RestQuery
        @DefaultValue("10")
        @Parameter(
                description = "How many articles",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50", defaultValue = "10"))
        String limit,

        @RestQuery
        @Parameter(
                description = "In these sections or below them, by ids or slugs; `a,b` any of them, `-a` none of them",
                example = "news")
        List<String> section,

        @RestQuery @Parameter(description = "With these tags, by ids or slugs; as for `section`", example = "sea-wall")
        List<String> tag,

        @RestQuery
        @Parameter(description = "By these authors, by ids or slugs; as for `section`", example = "imogen-hartley")
        List<String> author,

        @RestQuery @Parameter(description = "Only in this language (BCP 47); `en` finds `en-GB` too", example = "en")
        String lang,

        @RestQuery
        @Parameter(
                description = "Only published in the last so many hours",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
        String publishedWithin,

        @RestQuery @Parameter(description = "Without these articles: at most 100 ids, separated by commas")
        String exclude) {
    private static final int GREATEST_LIMIT = 50;
    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST_EXCLUDED = 100;
    private static final int GREATEST_AGE_HOURS = 24 * 36_500;

    int limit(Arguments arguments) {
        return arguments.integer("limit", limit, 1, GREATEST_LIMIT, DEFAULT_LIMIT);
    }

    Window window(Arguments arguments) {
        return Window.of(arguments.oneOf("window", window, Window.codes(), Window.ONE_DAY.code()));
    }

    ArticleFilter filter(Arguments arguments, Instant now) {
        return new ArticleFilter(
                arguments.terms("section", section),
                arguments.terms("tag", tag),
                arguments.terms("author", author),
                arguments.language("lang", lang).orElse(null),
                null,
                List.of(),
                arguments.uuids("exclude", exclude, MOST_EXCLUDED),
                publishedAfter(arguments, now),
                null,
                null,
                null);
    }

    private Instant publishedAfter(Arguments arguments, Instant now) {
        int hours = arguments.integer("publishedWithin", publishedWithin, 1, GREATEST_AGE_HOURS, 0);
        return hours == 0 ? null : now.minus(Duration.ofHours(hours));
    }
}
