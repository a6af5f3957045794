package press.broadsheet.welcome;

import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.caching.Fresh;
import press.broadsheet.content.SafeText;
import press.broadsheet.html.Html;
import press.broadsheet.html.HtmlPage;
import press.broadsheet.html.Negotiated;
import press.broadsheet.page.PageInfo;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;

@Path("/problems")
@PermitAll
@Negotiated
@Tag(name = "Server")
class ProblemTypeResource {
    private final String url;

    /** @param url with which the {@code type} of every problem begins */
    ProblemTypeResource(@ConfigProperty(name = "broadsheet.url") String url) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Fresh(seconds = 3600, announced = true)
    @Operation(operationId = "listProblemTypes", summary = "Every kind of problem, with cause and remedy")
    @APIResponse(
            responseCode = "200",
            description = "All of them, as data or as a page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ProblemTypeList.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public ProblemTypeList list() {
        List<ProblemTypeRepresentation> all = all();
        return new ProblemTypeList(all, PageInfo.only(all.size()));
    }

    @GET
    @Html
    @Produces(HtmlPage.TYPE)
    @Fresh(seconds = 3600, announced = true)
    @Operation(operationId = "getProblemsPage", hidden = true)
    public HtmlPage listPage() {
        return HtmlPage.of(new Problems(all()));
    }

    @GET
    @Path("{code}")
    @Produces(MediaType.APPLICATION_JSON)
    @Fresh(seconds = 3600, announced = true)
    @Operation(operationId = "getProblemType", summary = "What the `type` of a problem leads to: its cause and remedy")
    @APIResponse(
            responseCode = "200",
            description = "The problem, as data or as a page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ProblemTypeRepresentation.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public ProblemTypeRepresentation get(String code) {
        return ProblemType.withSlug(code)
                .map(type -> ProblemTypeRepresentation.of(type, url))
                .orElseThrow(() -> ProblemException.noSuch("problem", code));
    }

    @GET
    @Path("{code}")
    @Html
    @Produces(HtmlPage.TYPE)
    @Fresh(seconds = 3600, announced = true)
    @Operation(operationId = "getProblemPage", hidden = true)
    public HtmlPage page(String code) {
        ProblemTypeRepresentation type = get(code);
        return HtmlPage.of(new Problem(type, markup(type.cause()), markup(type.remedy())));
    }

    private static RawString markup(String text) {
        return new RawString(SafeText.ofMarkdown(text).html());
    }

    private List<ProblemTypeRepresentation> all() {
        return Arrays.stream(ProblemType.values())
                .map(type -> ProblemTypeRepresentation.of(type, url))
                .toList();
    }

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Problems(List<ProblemTypeRepresentation> types) implements TemplateInstance {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Problem(ProblemTypeRepresentation type, RawString cause, RawString remedy) implements TemplateInstance {}
}
