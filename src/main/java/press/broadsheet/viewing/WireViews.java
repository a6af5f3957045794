package press.broadsheet.viewing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import press.broadsheet.caching.CacheHeaders;
import press.broadsheet.content.Reference;
import press.broadsheet.database.Statements;
import press.broadsheet.limits.AddressLimiting;
import press.broadsheet.limits.ClientAddress;
import press.broadsheet.limits.Limit;
import press.broadsheet.problem.ProblemException;

/**
 * Takes views on the event loop and in front of authentication and the REST stack, which would cost twice what the view does, and
 * with the same answer as {@link ViewResource}. Only the plainest are taken: of nobody in particular, and without a body. The others go
 * on their usual way, where everything is checked.
 */
@ApplicationScoped
class WireViews {
    /** Behind all that holds for every request (package {@code edge}), before authentication (200). */
    private static final int PRIORITY = 1_000;

    private static final Pattern PATH = Pattern.compile("/v1/articles/([\\w-]+)/views");

    private final AddressLimiting limiting;
    private final ViewCounting counting;
    private final ClientAddress address;

    WireViews(AddressLimiting limiting, ViewCounting counting, ClientAddress address) {
        this.limiting = limiting;
        this.counting = counting;
        this.address = address;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, PRIORITY);
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isPlain(request)) {
            context.next();
            return;
        }
        Matcher path = PATH.matcher(request.path());
        if (path.matches()) {
            take(new Reference(path.group(1)), context);
        } else {
            context.next();
        }
    }

    private void take(Reference article, RoutingContext context) {
        Optional<ProblemException> refusal = limiting.refusal(Limit.VIEWS, context);
        if (refusal.isPresent()) {
            context.fail(refusal.get());
            return;
        }
        String userAgent = context.request().getHeader(HttpHeaders.USER_AGENT);
        counting.count(article, address.of(context.request()), userAgent == null ? "" : userAgent);
        context.response()
                .putHeader("Cache-Control", CacheHeaders.NO_STORE)
                .putHeader("Server-Timing", Statements.NONE)
                .setStatusCode(202)
                .end();
    }

    private static boolean isPlain(HttpServerRequest request) {
        return request.method().equals(HttpMethod.POST)
                && request.query() == null
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && !request.headers().contains(HttpHeaders.CONTENT_TYPE)
                && isEmpty(request);
    }

    /** HTTP/2 need not say that there is a body. */
    private static boolean isEmpty(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.version() != HttpVersion.HTTP_2 && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                : length.equals("0");
    }
}
