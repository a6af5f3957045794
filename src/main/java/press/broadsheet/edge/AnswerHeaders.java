package press.broadsheet.edge;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Headers that every answer has, put in when the answer's head is written, so that they are on errors and on framework pages
 * too, and only where the answer has not set its own: a page of HTML brings its own {@code Content-Security-Policy}.
 */
@ApplicationScoped
class AnswerHeaders {
    private static final int PRIORITY = 9_000;

    private final KnownRoutes routes;

    AnswerHeaders(KnownRoutes routes) {
        this.routes = routes;
    }

    void register(@Observes Filters filters) {
        filters.register(this::promise, PRIORITY);
    }

    private void promise(RoutingContext context) {
        // Of several such handlers the one that was added first runs last: this one sees what all others did.
        context.addHeadersEndHandler(ignored -> complete(context));
        context.next();
    }

    private void complete(RoutingContext context) {
        MultiMap headers = context.response().headers();
        HttpServerRequest request = context.request();
        setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
        setIfAbsent(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        setIfAbsent(headers, "Referrer-Policy", "no-referrer");
        if (Cors.isManagement(request.path())) {
            // A proxy that sees compression may weaken the ETag, and If-Match compares strongly (RFC 9110, 13.1.1).
            setIfAbsent(headers, "Content-Encoding", "identity");
        } else {
            setIfAbsent(headers, "Vary", "Accept-Encoding");
        }
        switch (context.response().getStatusCode()) {
            case 405 -> setIfAbsent(headers, "Allow", String.join(", ", routes.methods(request.path())));
            case 415 -> nameReadableTypes(headers, request);
            default -> {
                // No other status asks for a header that only the routes know.
            }
        }
    }

    /** RFC 5789, 3.1 for PATCH, the W3C's LDP 7.1 for POST, RFC 9110, 15.5.16 for the rest. */
    private void nameReadableTypes(MultiMap headers, HttpServerRequest request) {
        List<String> types = routes.consumed(request.method().name(), request.path());
        if (!types.isEmpty()) {
            String header =
                    switch (request.method().name()) {
                        case "POST" -> "Accept-Post";
                        case "PATCH" -> "Accept-Patch";
                        default -> "Accept";
                    };
            setIfAbsent(headers, header, String.join(", ", types));
        }
    }

    private static void setIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name) && !value.isEmpty()) {
            headers.set(name, value);
        }
    }
}
