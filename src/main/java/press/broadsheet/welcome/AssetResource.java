package press.broadsheet.welcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import press.broadsheet.caching.Fresh;
import press.broadsheet.html.HtmlPage;
import press.broadsheet.problem.ProblemException;

/** What pages load: a closed list of small files. */
@Path("/assets")
@PermitAll
class AssetResource {
    private static final String CSS = "text/css;charset=UTF-8";
    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    private static final String SVG = "image/svg+xml";

    private static final Map<String, String> TYPES = Map.of(
            "site.css", CSS,
            "docs.css", CSS,
            "docs.js", JAVASCRIPT,
            "demo.css", CSS,
            "demo.js", JAVASCRIPT,
            "icon.svg", SVG);

    @GET
    @Path("{name}")
    @Fresh(seconds = 60, announced = true)
    @Operation(operationId = "getAsset", hidden = true)
    public Response get(String name) {
        String type = TYPES.get(name);
        if (type == null) {
            throw ProblemException.noSuch("file", name);
        }
        return Response.ok(new HtmlPage(text(name)), type).build();
    }

    private static String text(String name) {
        try (InputStream file = AssetResource.class.getResourceAsStream("/welcome/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
