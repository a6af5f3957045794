package press.broadsheet.caching;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import press.broadsheet.conditional.Coding;
import press.broadsheet.conditional.Condition;
import press.broadsheet.database.Statements;

/**
 * Answers from what is kept, on the event loop and in front of authentication and the REST stack, and with the same headers as
 * that. What it does not know in exactly this spelling goes on its usual way, where everything is checked.
 *
 * <p>Nobody is asked who they are here, so whoever says who they are is let by. Kept is only what was answered to nobody in
 * particular; a preview, whose token stands in the path, never is.
 */
@ApplicationScoped
class WireReads {
    /** Behind all that holds for every request (package {@code edge}), before authentication (200). */
    private static final int PRIORITY = 1_000;

    private final KeptAnswers answers;
    private final CacheHeaders headers;
    private final CacheStatus status;
    private final Clock clock;
    private final boolean serverCompresses;

    WireReads(
            KeptAnswers answers,
            CacheHeaders headers,
            CacheStatus status,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.enable-compression", defaultValue = "false")
                    boolean serverCompresses) {
        this.answers = answers;
        this.headers = headers;
        this.status = status;
        this.clock = clock;
        this.serverCompresses = serverCompresses;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<KeptAnswer> kept = isForAll(request) ? answers.spelt(request.uri()) : Optional.empty();
        if (kept.isPresent() && kept.get().isTakenBy(value(request, HttpHeaders.ACCEPT))) {
            answer(request, kept.get());
        } else {
            context.next();
        }
    }

    private void answer(HttpServerRequest request, KeptAnswer kept) {
        HttpServerResponse response = request.response();
        Coding coding = Coding.accepted(value(request, HttpHeaders.ACCEPT_ENCODING));
        headers.of(kept, coding).forEach(response::putHeader);
        response.putHeader(CacheStatus.HEADER, status.hit());
        response.putHeader("Server-Timing", Statements.NONE);
        if (hasIt(request, kept)) {
            response.setStatusCode(304).end();
        } else {
            send(request, kept, coding);
        }
    }

    private boolean hasIt(HttpServerRequest request, KeptAnswer kept) {
        return Condition.of(
                        value(request, HttpHeaders.IF_NONE_MATCH),
                        value(request, HttpHeaders.IF_MODIFIED_SINCE),
                        clock.instant())
                .filter(condition -> condition.isMetBy(kept.validator()))
                .isPresent();
    }

    private void send(HttpServerRequest request, KeptAnswer kept, Coding coding) {
        HttpServerResponse response = request.response();
        boolean isHead = request.method().equals(HttpMethod.HEAD);
        kept.describing().forEach(response::putHeader);
        response.putHeader(
                HttpHeaders.CONTENT_LENGTH, Integer.toString(kept.body(coding).length()));
        if (coding == Coding.GZIP || (serverCompresses && !isHead)) {
            // "identity" keeps the server from compressing, which would leave the entity tag as it is.
            response.putHeader(HttpHeaders.CONTENT_ENCODING, coding.token());
        }
        if (isHead) {
            response.end();
        } else {
            response.end(kept.body(coding));
        }
    }

    private static boolean isForAll(HttpServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && !request.headers().contains(HttpHeaders.AUTHORIZATION);
    }

    /** The lines of a header as one; null without any. */
    private static String value(HttpServerRequest request, CharSequence name) {
        MultiMap headers = request.headers();
        String first = headers.get(name);
        if (first == null) {
            return null;
        }
        List<String> all = headers.getAll(name);
        return all.size() == 1 ? first : String.join(",", all);
    }
}
