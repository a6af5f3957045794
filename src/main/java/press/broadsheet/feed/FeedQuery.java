package press.broadsheet.feed;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.DefaultValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.query.Arguments;
import press.broadsheet.syndication.FeedFormat;

/** What a client may choose of any feed. */
record FeedQuery(
        @RestQuery
        @DefaultValue("20")
        @Parameter(
                description = "The most articles in the feed",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
        String limit,

        @RestQuery
        @DefaultValue("summary")
        @Parameter(
                description = "Whether the articles' texts are in the feed, or their summaries alone",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"summary", "full"}))
        String content) {
    /** What it means to leave a parameter out: a feed has one address, however it was asked for. */
    static final Map<String, List<String>> DEFAULTS =
            Map.of("limit", List.of("20"), "content", List.of("summary"), "window", List.of("24h"));

    /**
     * What was chosen.
     *
     * @param full whether the articles' texts are wanted
     */
    record Choice(FeedFormat format, int limit, boolean full) {}

    Choice read(FeedFormat format, Arguments arguments) {
        int most = arguments.integer("limit", limit, 1, 100, 20);
        String chosen = arguments.oneOf("content", content, List.of("summary", "full"), "summary");
        return new Choice(format, most, chosen.equals("full"));
    }

    /** For a feed that has no parameters of its own. */
    Choice read(FeedFormat format) {
        Arguments arguments = new Arguments();
        Choice choice = read(format, arguments);
        arguments.verify();
        return choice;
    }
}
