package press.broadsheet.naming;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The answer where something stands under another slug now: 301. */
@ApplicationScoped
public class Moved {
    private final UriInfo request;

    Moved(UriInfo request) {
        this.request = request;
    }

    /**
     * The same address with the present slug. A path alone, since a host would be the client's word. What stands behind a dot,
     * as in the address of a feed, stays.
     *
     * @param segment the one behind which the slug stands, {@code articles}
     */
    public RuntimeException to(String segment, String slug) {
        String path = request.getRequestUri()
                .getRawPath()
                .replaceFirst("/%s/[^/.]+".formatted(segment), "/%s/%s".formatted(segment, slug));
        String query = request.getRequestUri().getRawQuery();
        return new RedirectionException(Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, query == null ? path : path + "?" + query)
                // Like a page that is not there: long enough to take the load off, too short to hold up a second move.
                .header(HttpHeaders.CACHE_CONTROL, "max-age=5")
                .build());
    }
}
