package press.broadsheet.problem;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/**
 * Gives each request a name, which every answer carries as {@code X-Request-Id}, every problem as {@code requestId} and
 * every line of the log as {@code requestId}.
 *
 * <p>A client's own {@code X-Request-Id} is taken if it is of 1 to 64 characters from {@code [A-Za-z0-9._-]}; otherwise
 * the trace id of a W3C {@code traceparent}; otherwise a random one. The parts of a {@code traceparent} are in the log as
 * {@code traceId} and {@code parentId} whatever the name is.
 */
@ApplicationScoped
public class RequestId {
    /** Where the filter stands; higher runs earlier. Nothing that answers may run before it. */
    public static final int PRIORITY = 10_000;

    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** W3C Trace Context: version, trace id, parent id, flags; all-zero ids are invalid, and so is version ff. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}");

    /** The name of this request. */
    public static String of(RoutingContext context) {
        String known = context.get(ATTRIBUTE);
        return known != null ? known : of(context.request());
    }

    /** The name of a request that no route has seen. */
    public static String of(HttpServerRequest request) {
        String own = request.getHeader(HEADER);
        if (own != null && ACCEPTED.matcher(own).matches()) {
            return own;
        }
        Matcher trace = trace(request);
        return trace != null ? trace.group(1) : random();
    }

    void register(@Observes Filters filters) {
        filters.register(this::name, PRIORITY);
    }

    private void name(RoutingContext context) {
        String id = of(context.request());
        context.put(ATTRIBUTE, id);
        context.response().putHeader(HEADER, id);
        // The log context belongs to the request, not to the thread, so nothing has to be taken out of it afterwards.
        MDC.put("requestId", id);
        Matcher trace = trace(context.request());
        if (trace != null) {
            MDC.put("traceId", trace.group(1));
            MDC.put("parentId", trace.group(2));
        }
        context.next();
    }

    private static Matcher trace(HttpServerRequest request) {
        String header = request.getHeader("traceparent");
        if (header == null) {
            return null;
        }
        Matcher matcher = TRACEPARENT.matcher(header);
        return matcher.matches() ? matcher : null;
    }

    /** 128 random bits. They name a request and guard nothing, so the fast generator will do. */
    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
