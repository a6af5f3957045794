package press.broadsheet.lookup;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.query.Arguments;

@Path("/v1/search")
@PermitAll
@Tag(name = "Search")
class CompletionResource {
    private static final int LONGEST = 100;
    private static final int GREATEST_LIMIT = 20;
    private static final int DEFAULT_LIMIT = 10;

    private final NameRepository names;

    CompletionResource(NameRepository names) {
        this.names = names;
    }

    @GET
    @Path("completions")
    @Operation(
            operationId = "completeSearch",
            summary = "Tags and authors in whose names words begin so, while a reader is typing")
    public CompletionList complete(
            @RestQuery
                    @Parameter(
                            description = "The beginnings of words, in any order; case and accents do not count",
                            required = true,
                            example = "hel")
                    String q,
            @RestQuery
                    @DefaultValue("10")
                    @Parameter(
                            description = "How many of both",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "20",
                                            defaultValue = "10"))
                    String limit) {
        Arguments arguments = new Arguments();
        int most = arguments.integer("limit", limit, 1, GREATEST_LIMIT, DEFAULT_LIMIT);
        String text = arguments.text("q", q, LONGEST).orElse("");
        if (q == null) {
            arguments.refuse("q", "missing", "is needed: the beginning of a name");
        }
        arguments.verify();
        return CompletionList.of(names.beginning(text, most), most);
    }
}
