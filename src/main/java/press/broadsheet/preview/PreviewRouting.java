package press.broadsheet.preview;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import press.broadsheet.caching.CacheHeaders;

/**
 * Leads what is asked under {@code /v1/previews/{token}} to the resource that answers readers, or, without a token that opens
 * it, to where nothing is, so that the answer is that of any address where nothing is; and seals the answer: nobody may keep
 * it, and its links lead on under the token.
 */
class PreviewRouting {
    /** Response filters run from high to low: nothing may put a header in after this one. */
    private static final int LAST = 0;

    private static final URI HERE = URI.create("http://preview/");
    private static final URI NOTHING = URI.create("/v1/previews");

    /** What caches go by. */
    private static final List<String> OF_CACHES = List.of(
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.EXPIRES,
            "Age",
            "Cache-Status",
            "Cache-Tag",
            "Surrogate-Control",
            "Surrogate-Key");

    private final SecurityIdentity identity;

    PreviewRouting(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The preview that a request is shown; null for all other requests. */
    static Preview of(ContainerRequestContext request) {
        return (Preview) request.getProperty(PreviewAuthentication.PREVIEW);
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void lead(ContainerRequestContext request, RoutingContext context) {
        HttpServerRequest asked = context.request();
        if (!PreviewAddress.isOne(asked.path()) || !PreviewAuthentication.isRead(asked)) {
            return;
        }
        Preview preview = identity.getAttribute(PreviewAuthentication.PREVIEW);
        request.setProperty(PreviewAuthentication.PREVIEW, preview);
        if (preview == null) {
            request.setRequestUri(HERE, NOTHING);
        } else if (preview.asOf() != null) {
            String rest = PreviewAddress.of(asked.path()).orElseThrow().rest();
            String query = asked.query();
            request.setRequestUri(HERE, URI.create(query == null ? rest : rest + "?" + query));
        }
    }

    @ServerResponseFilter(priority = LAST)
    public void seal(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        if (of(request) == null) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        OF_CACHES.forEach(headers::remove);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE);
        String under = PreviewAddress.of(
                PreviewAddress.of(context.request().path()).orElseThrow().token());
        headers.computeIfPresent(HttpHeaders.LINK, (name, links) -> links.stream()
                .<Object>map(link -> link.toString().replace("</v1/", "<" + under + "/v1/"))
                .toList());
        headers.computeIfPresent(HttpHeaders.LOCATION, (name, places) -> places.stream()
                .<Object>map(place -> place.toString().replaceFirst("^/v1/", under + "/v1/"))
                .toList());
    }
}
