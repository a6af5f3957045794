package press.broadsheet.edge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;

/**
 * Which pages may call this server from a browser (the Fetch standard's CORS protocol), and the answer to OPTIONS.
 *
 * <p>What readers read may be fetched by a page of any origin: {@code *}, said on every such answer whether or not the
 * request has an {@code Origin}, so that a shared cache can give one answer to everybody. No credentials go with it.
 * Management answers only to the origins in {@code broadsheet.cors.management-origins}, compared character by character, and
 * says nothing about CORS to all others. Quarkus's own filter has one rule for all paths.
 */
@ApplicationScoped
class Cors {
    private static final int HEADERS_PRIORITY = 8_500;
    private static final int OPTIONS_PRIORITY = 7_000;
    private static final String A_DAY = "86400";
    private static final String EXPOSED =
            "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Cache-Status, X-Request-Id";
    private static final String MANAGEMENT_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, traceparent, X-Request-Id";

    private final KnownRoutes routes;
    private final Set<String> managementOrigins;

    Cors(
            KnownRoutes routes,
            @ConfigProperty(name = "broadsheet.cors.management-origins") Optional<List<String>> managementOrigins) {
        this.routes = routes;
        this.managementOrigins = Set.copyOf(managementOrigins.orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        // The headers first, so that a page can read why its request was not let in.
        filters.register(this::permit, HEADERS_PRIORITY);
        filters.register(this::options, OPTIONS_PRIORITY);
    }

    /** Whether a path belongs to the editors' side of the API. */
    static boolean isManagement(String path) {
        return path.equals("/v1/manage") || path.startsWith("/v1/manage/");
    }

    private static boolean isForReaders(String path) {
        return (path.startsWith("/v1/") && !isManagement(path))
                || path.startsWith("/feeds/")
                || path.startsWith("/sitemap")
                || path.equals("/openapi")
                || path.startsWith("/openapi.");
    }

    private void permit(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        String origin = origin(request);
        if (origin != null) {
            response.putHeader("Access-Control-Allow-Origin", origin);
            response.putHeader("Access-Control-Expose-Headers", EXPOSED);
        }
        if (!managementOrigins.isEmpty() && isManagement(request.path())) {
            response.putHeader("Vary", "Origin");
        }
        context.next();
    }

    private void options(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.method().name().equals("OPTIONS") || isOfTheFramework(request.path())) {
            context.next();
            return;
        }
        List<String> methods = routes.methods(request.path());
        if (methods.isEmpty()) {
            // The REST stack would answer for the resources at the root.
            context.fail(ProblemException.of(ProblemType.NOT_FOUND, "There is nothing at this address."));
            return;
        }
        HttpServerResponse response = context.response();
        String allowed = String.join(", ", methods);
        if (origin(request) != null && request.headers().contains("Access-Control-Request-Method")) {
            response.putHeader("Access-Control-Allow-Methods", allowed);
            response.putHeader("Access-Control-Allow-Headers", isManagement(request.path()) ? MANAGEMENT_HEADERS : "*");
            response.putHeader("Access-Control-Max-Age", A_DAY);
        }
        response.setStatusCode(204).putHeader("Allow", allowed).end();
    }

    /** Health, metrics and the OpenAPI document are no resources. */
    private static boolean isOfTheFramework(String path) {
        return path.startsWith("/q/") || path.equals("/openapi");
    }

    /** What {@code Access-Control-Allow-Origin} says, {@code null} if it is not there at all. */
    private String origin(HttpServerRequest request) {
        if (isForReaders(request.path())) {
            return "*";
        }
        String origin = request.getHeader("Origin");
        return origin != null && isManagement(request.path()) && managementOrigins.contains(origin) ? origin : null;
    }
}
