package press.broadsheet.welcome;

import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.caching.Fresh;
import press.broadsheet.html.Html;
import press.broadsheet.html.HtmlPage;
import press.broadsheet.html.Negotiated;

@Path("/")
@PermitAll
@Negotiated
@Tag(name = "Server")
class LandingResource {
    private final String url;
    private final List<Entrance> entrances;

    /** @param url under which clients reach this server, and which they can copy from here */
    LandingResource(@ConfigProperty(name = "broadsheet.url") String url, DemoPageConfig demo) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.entrances = Arrays.stream(Entrance.values())
                .filter(entrance -> entrance != Entrance.DEMO || demo.enabled())
                .toList();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Fresh(seconds = 60, announced = true)
    @Operation(operationId = "getIndex", summary = "What there is, and where")
    @APIResponse(
            responseCode = "200",
            description = "The index, as data or as a page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = IndexRepresentation.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public IndexRepresentation index() {
        return new IndexRepresentation(
                "Broadsheet",
                entrances.stream()
                        .map(entrance -> new IndexRepresentation.Link(
                                entrance.code(), url + entrance.path(), entrance.summary()))
                        .toList());
    }

    @GET
    @Html
    @Produces(HtmlPage.TYPE)
    @Fresh(seconds = 60, announced = true)
    @Operation(operationId = "getLandingPage", hidden = true)
    public HtmlPage page() {
        return HtmlPage.of(new Landing(url, entrances, entrances.contains(Entrance.DEMO)));
    }

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Landing(String url, List<Entrance> entrances, boolean demo) implements TemplateInstance {}
}
