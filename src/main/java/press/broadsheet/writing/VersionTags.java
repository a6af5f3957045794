package press.broadsheet.writing;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Gives editors the version that {@link IfMatch} asks for. Strong, as If-Match compares (RFC 9110, 13.1.1), and of the stored
 * thing, not of its bytes: readers' answers have validators of their own.
 */
class VersionTags {
    private static final String EDITORS = "/v1/manage/";

    @ServerResponseFilter
    public void tag(ContainerResponseContext answer, UriInfo uri) {
        if (answer.getEntity() instanceof Versioned thing && uri.getPath().startsWith(EDITORS)) {
            answer.getHeaders().putSingle(HttpHeaders.ETAG, new EntityTag(String.valueOf(thing.version())));
        }
    }
}
