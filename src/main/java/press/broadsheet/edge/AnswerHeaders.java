package press.broadsheet.edge;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import press.broadsheet.problem.HttpDate;

/**
 * Headers that every answer has, put in when the answer's head is written, so that they are on errors and on framework pages
 * too, and only where the answer has not set its own: a page of HTML brings its own {@code Content-Security-Policy}.
 */
@ApplicationScoped
class AnswerHeaders {
    private static final int PRIORITY = 9_000;

    /** A year: what browsers ask for before they keep it. */
    private static final String TRANSPORT_SECURITY = "max-age=31536000";

    /** What keeps the server from compressing an answer. */
    private static final String UNPACKED = "identity";

    private final KnownRoutes routes;
    private final Clock clock;
    private final boolean encrypted;

    /** @param url the address under which clients reach this server; encryption may end at a proxy in front of it */
    AnswerHeaders(KnownRoutes routes, Clock clock, @ConfigProperty(name = "broadsheet.url") String url) {
        this.routes = routes;
        this.clock = clock;
        this.encrypted = url.startsWith("https:");
    }

    void register(@Observes Filters filters) {
        filters.register(this::promise, PRIORITY);
    }

    private void promise(RoutingContext context) {
        // Of several such handlers the one that was added first runs last: this one sees what all others did.
        context.addHeadersEndHandler(ignored -> complete(context.request()));
        context.next();
    }

    /** Puts in what the answer to a request lacks. */
    void complete(HttpServerRequest request) {
        MultiMap headers = request.response().headers();
        setIfAbsent(headers, "Date", HttpDate.of(clock.instant()));
        if (encrypted) {
            setIfAbsent(headers, "Strict-Transport-Security", TRANSPORT_SECURITY);
        }
        setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
        setIfAbsent(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        setIfAbsent(headers, "Referrer-Policy", "no-referrer");
        if (!Cors.isManagement(request.path())) {
            setIfAbsent(headers, "Vary", "Accept-Encoding");
        } else {
            // A proxy that sees compression may weaken the ETag, and If-Match compares strongly (RFC 9110, 13.1.1).
            setIfAbsent(headers, "Content-Encoding", UNPACKED);
        }
        if (request.method().equals(HttpMethod.HEAD) && headers.contains("Content-Encoding", UNPACKED, true)) {
            // The server takes this out of answers with a body, for which alone it means something.
            headers.remove("Content-Encoding");
        }
        switch (request.response().getStatusCode()) {
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
