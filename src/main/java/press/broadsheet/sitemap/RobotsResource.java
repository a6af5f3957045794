package press.broadsheet.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.caching.Keyed;
import press.broadsheet.rendering.Rendered;

/** RFC 9309. Crawlers may read what readers may: pages that are put together in a browser need it. */
@Path("/robots.txt")
@PermitAll
@Produces(MediaType.TEXT_PLAIN)
@Tag(name = "Feeds")
class RobotsResource {
    private final Robots robots;

    RobotsResource(@ConfigProperty(name = "broadsheet.url") String server) {
        this.robots = new Robots("""
                User-agent: *
                Disallow: /v1/manage/

                Sitemap: %1$s/sitemap.xml
                Sitemap: %1$s/sitemap-news.xml
                """.formatted(server));
    }

    @GET
    @Operation(operationId = "getRobots", summary = "What crawlers may read, and where the sitemaps are")
    @APIResponse(
            responseCode = "200",
            description = "Rules of the robots exclusion protocol",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)))
    public Robots get() {
        return robots;
    }

    /** The same as long as the server runs. */
    record Robots(String rules) implements Keyed, Rendered {
        @Override
        public Stream<String> keys() {
            return Stream.of();
        }

        @Override
        public MediaType mediaType() {
            return MediaType.TEXT_PLAIN_TYPE;
        }

        @Override
        public byte[] rendition() {
            return rules.getBytes(UTF_8);
        }
    }
}
