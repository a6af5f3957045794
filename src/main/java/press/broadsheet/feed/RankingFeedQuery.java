package press.broadsheet.feed;

import java.util.List;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.query.Arguments;
import press.broadsheet.ranking.Window;

/** What the feed of a ranking may be narrowed by. */
record RankingFeedQuery(
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
        String lang) {

    Window window(Arguments arguments) {
        return Window.of(arguments.oneOf("window", window, Window.codes(), Window.ONE_DAY.code()));
    }

    ArticleFilter filter(Arguments arguments) {
        return ArticleFilter.in(arguments.language("lang", lang).orElse(null))
                .with(
                        arguments.terms("section", section),
                        arguments.terms("tag", tag),
                        arguments.terms("author", author));
    }
}
