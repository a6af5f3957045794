package press.broadsheet.edge;

import static press.broadsheet.problem.ProblemType.BODY_TOO_LARGE;
import static press.broadsheet.problem.ProblemType.MALFORMED_REQUEST;
import static press.broadsheet.problem.ProblemType.NOT_ACCEPTABLE;
import static press.broadsheet.problem.ProblemType.NOT_IMPLEMENTED;
import static press.broadsheet.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;
import static press.broadsheet.problem.ProblemType.URL_TOO_LONG;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;

/**
 * Turns away, before anything is authenticated, read or asked of the database, what no resource could answer. Each rule is
 * one that the web framework either does not have or answers in another form.
 */
@ApplicationScoped
class Admission {
    private static final int PRIORITY = 8_000;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private final KnownRoutes routes;
    private final int longestUrl;
    private final long largestBody;

    Admission(
            KnownRoutes routes,
            @ConfigProperty(name = "quarkus.http.limits.max-initial-line-length") int longestUrl,
            @ConfigProperty(name = "broadsheet.largest-body") MemorySize largestBody) {
        this.routes = routes;
        this.longestUrl = longestUrl;
        this.largestBody = largestBody.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<ProblemException> fault = method(request)
                .or(() -> length(request))
                .or(() -> host(request))
                .or(() -> PathRule.fault(request.path()))
                .or(() -> query(request))
                .or(() -> body(request))
                .or(() -> acceptance(request));
        if (fault.isPresent()) {
            context.fail(fault.get());
        } else {
            context.next();
        }
    }

    private static Optional<ProblemException> method(HttpServerRequest request) {
        return METHODS.contains(request.method().name())
                ? Optional.empty()
                : problem(NOT_IMPLEMENTED, "No address of this server has this method.");
    }

    /** HTTP/2 has no first line that could be too long. */
    private Optional<ProblemException> length(HttpServerRequest request) {
        return request.uri().length() > longestUrl ? problem(URL_TOO_LONG, URL_TOO_LONG.cause()) : Optional.empty();
    }

    /** RFC 9112, 3.2. The host is used for nothing: addresses in answers come from the configuration. */
    private static Optional<ProblemException> host(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1
                        && request.headers().getAll("Host").size() != 1
                ? problem(MALFORMED_REQUEST, "A request has exactly one header Host.")
                : Optional.empty();
    }

    private static Optional<ProblemException> query(HttpServerRequest request) {
        var faults = QueryRule.faults(request.query());
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(ProblemException.of(ProblemType.INVALID_PARAMETERS, faults.all()));
    }

    private Optional<ProblemException> body(HttpServerRequest request) {
        MultiMap headers = request.headers();
        String encoding = headers.get("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            // Unpacking is where a small body becomes a large one, and the limit on bodies counts what was sent.
            return Optional.of(ProblemException.of(UNSUPPORTED_MEDIA_TYPE, "A body is sent as it is, not compressed.")
                    .with("Accept-Encoding", "identity"));
        }
        if (!hasBody(request)) {
            return Optional.empty();
        }
        String length = headers.get("Content-Length");
        List<String> codings = headers.getAll("Transfer-Encoding");
        boolean chunked = codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
        if (!codings.isEmpty() && (!chunked || length != null)) {
            return closing(MALFORMED_REQUEST, "Where the body ends cannot be told for certain.");
        }
        if (request.method().name().equals("GET") || request.method().name().equals("HEAD")) {
            return problem(MALFORMED_REQUEST, "A %s has no body.".formatted(request.method()));
        }
        if (!chunked && Long.parseLong(length) > largestBody && !routes.takesStream(request)) {
            return closing(BODY_TOO_LARGE, "A body may have %d bytes, this one has %s.".formatted(largestBody, length));
        }
        return headers.contains("Content-Type")
                ? Optional.empty()
                : problem(UNSUPPORTED_MEDIA_TYPE, "The body says no type; send `Content-Type`.");
    }

    /** Whether a body follows the head (RFC 9112, 6.3). */
    static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.headers().contains("Transfer-Encoding") || (length != null && !length.equals("0"));
    }

    private Optional<ProblemException> acceptance(HttpServerRequest request) {
        List<String> accept = request.headers().getAll("Accept");
        // The REST stack sees to everything but a type that is named in order to refuse it.
        if (accept.stream().noneMatch(value -> value.contains("=0") || value.contains("= 0"))) {
            return Optional.empty();
        }
        List<String> types = routes.produced(request.method().name(), request.path());
        return types.isEmpty() || types.stream().anyMatch(type -> Acceptance.takes(accept, type))
                ? Optional.empty()
                : problem(NOT_ACCEPTABLE, "This address answers with " + String.join(" or ", types) + ".");
    }

    private static Optional<ProblemException> problem(ProblemType type, String detail) {
        return Optional.of(ProblemException.of(type, detail));
    }

    /** The rest of the connection's bytes are not to be waited for, or not to be trusted. */
    private static Optional<ProblemException> closing(ProblemType type, String detail) {
        return Optional.of(ProblemException.of(type, detail).with("Connection", "close"));
    }
}
