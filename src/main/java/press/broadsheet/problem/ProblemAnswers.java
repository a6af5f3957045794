package press.broadsheet.problem;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes problems down as answers, the same in the REST stack, in front of it and below it. */
@ApplicationScoped
public class ProblemAnswers {
    /** A missing page is asked for again and again; a few seconds in a cache take that load off. */
    private static final String BRIEFLY = "max-age=5";

    private static final String CONNECTION = "Connection";
    private static final String NEVER = "no-store";
    private static final String MANAGEMENT = "/v1/manage";

    private final String url;
    private final Clock clock;
    private final ObjectWriter json;

    /** @param url the address under which clients reach this server, never taken from a request's {@code Host} */
    ProblemAnswers(@ConfigProperty(name = "broadsheet.url") String url, Clock clock, ObjectMapper json) {
        this.clock = clock;
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.json = json.writerFor(Problem.class);
    }

    /** The document, indented if the request asks for that. */
    byte[] body(ProblemException problem, String requestId, HttpServerRequest request) {
        ProblemType type = problem.type();
        Problem document = new Problem(
                url + "/problems/" + type.slug(),
                type.title(),
                type.status(),
                problem.detail(),
                type.slug(),
                requestId,
                problem.errors());
        try {
            byte[] bytes = json.writeValueAsBytes(document);
            return Pretty.isAskedFor(request.query()) ? Pretty.indented(bytes) : bytes;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is made of texts and numbers only", impossible);
        }
    }

    /** The headers of the answer, {@code Content-Type} and {@code Cache-Control} among them. */
    Map<String, String> headers(ProblemException problem, HttpServerRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        headers.put("Cache-Control", isKept(problem.type(), request) ? BRIEFLY : NEVER);
        if (problem.type() == ProblemType.NOT_AUTHENTICATED) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        headers.putAll(problem.headers());
        if (request.version() == HttpVersion.HTTP_2) {
            // A header of the connection's makes an answer malformed there (RFC 9113, 8.2.2).
            headers.remove(CONNECTION);
        }
        return headers;
    }

    /** Keeps a promise of {@code Connection: close}: the server does not read its own headers. */
    void closeAfter(RoutingContext context, ProblemException problem) {
        HttpServerRequest request = context.request();
        if ("close".equals(problem.headers().get(CONNECTION)) && request.version() != HttpVersion.HTTP_2) {
            context.addEndHandler(ignored -> request.connection().close());
        }
    }

    /** Answers without the REST stack. */
    public void send(HttpServerRequest request, ProblemException problem, String requestId) {
        HttpServerResponse response = request.response();
        response.setStatusCode(problem.type().status());
        // Said again here for what fails before any filter ran.
        response.putHeader(RequestId.HEADER, requestId)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Date", HttpDate.of(clock.instant()));
        headers(problem, request).forEach(response::putHeader);
        byte[] body = body(problem, requestId, request);
        if (request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length));
        } else {
            // As in the REST stack: a problem is too short to be compressed, and the server would compress anything.
            response.putHeader("Content-Encoding", "identity");
        }
        response.end(Buffer.buffer(body));
    }

    /** Who says who they are may be shown what others are not, so what is not there for them is nobody else's business. */
    private static boolean isKept(ProblemType type, HttpServerRequest request) {
        boolean absent = type == ProblemType.NOT_FOUND || type == ProblemType.GONE;
        String path = request.path();
        return absent
                && path != null
                && !path.startsWith(MANAGEMENT)
                && !request.headers().contains("Authorization");
    }
}
