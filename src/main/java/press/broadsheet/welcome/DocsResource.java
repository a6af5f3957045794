package press.broadsheet.welcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.eclipse.microprofile.openapi.annotations.Operation;
import press.broadsheet.caching.Fresh;
import press.broadsheet.html.ContentPolicy;
import press.broadsheet.html.Html;
import press.broadsheet.html.HtmlPage;

@Path("/docs")
@PermitAll
class DocsResource {
    /** Where a WebJar says which version it is; its files stand in a folder of that name. */
    private static final String VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    @GET
    @Html(ContentPolicy.DOCUMENTATION)
    @Produces(HtmlPage.TYPE)
    @Fresh(seconds = 60, announced = true)
    @Operation(operationId = "getDocumentation", hidden = true)
    public HtmlPage get() {
        return HtmlPage.of(new Docs("/webjars/swagger-ui/" + version()));
    }

    private static String version() {
        try (InputStream file = DocsResource.class.getResourceAsStream(VERSION)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Docs(String swagger) implements TemplateInstance {}
}
