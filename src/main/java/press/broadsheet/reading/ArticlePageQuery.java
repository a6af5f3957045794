package press.broadsheet.reading;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.query.Arguments;
import press.broadsheet.ranking.Metric;
import press.broadsheet.ranking.Window;

/** What a client may say of a page: how large its boxes are, and what its ranking counts. */
record ArticlePageQuery(
        @RestQuery
        @DefaultValue("10")
        @Parameter(
                description = "How many related articles",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "20", defaultValue = "10"))
        String related,

        @RestQuery
        @DefaultValue("8")
        @Parameter(
                description = "How many ranked articles",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "20", defaultValue = "8"))
        String ranking,

        @RestQuery
        @DefaultValue("8")
        @Parameter(
                description = "How many recommended articles",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "20", defaultValue = "8"))
        String recommendations,

        @RestQuery
        @DefaultValue("most-viewed")
        @Parameter(
                description = "What the ranking counts",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"most-viewed", "most-liked", "trending"}))
        String metric,

        @RestQuery
        @DefaultValue("24h")
        @Parameter(
                description = "How far back the ranking counts",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"1h", "6h", "24h", "7d", "30d", "all"}))
        String window) {
    private static final int LARGEST_BOX = 20;
    private static final int RELATED = 10;
    private static final int RANKING = 8;
    private static final int RECOMMENDATIONS = 8;

    /** The same, read. */
    record Sizes(int related, int ranking, int recommendations, Metric metric, Window window) {}

    Sizes read() {
        Arguments arguments = new Arguments();
        Sizes sizes = new Sizes(
                arguments.integer("related", related, 0, LARGEST_BOX, RELATED),
                arguments.integer("ranking", ranking, 0, LARGEST_BOX, RANKING),
                arguments.integer("recommendations", recommendations, 0, LARGEST_BOX, RECOMMENDATIONS),
                Metric.of(arguments.oneOf("metric", metric, Metric.codes(), Metric.MOST_VIEWED.code())),
                Window.of(arguments.oneOf("window", window, Window.codes(), Window.ONE_DAY.code())));
        arguments.verify();
        return sizes;
    }
}
