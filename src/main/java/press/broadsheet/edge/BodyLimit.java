package press.broadsheet.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says how many bytes of a body are read at most: so many everywhere, but any number where a body is read line by line and its
 * sender is known. The framework has one limit for all paths; it is set out of the way, and this one put in its place.
 */
@ApplicationScoped
class BodyLimit {
    /** Just after the framework has set its limit, and long after it knows who calls. */
    private static final int PRIORITY = 1;

    private static final String LIFTED = BodyLimit.class.getName();

    private final KnownRoutes routes;
    private final Long largest;

    BodyLimit(KnownRoutes routes, @ConfigProperty(name = "broadsheet.largest-body") MemorySize largest) {
        this.routes = routes;
        this.largest = largest.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, PRIORITY);
    }

    private void limit(RoutingContext context) {
        if (Admission.hasBody(context.request())) {
            if (isKnown(context) && routes.takesStream(context.request())) {
                context.put(LIFTED, true);
                context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
            } else {
                context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
            }
        }
        context.next();
    }

    /** Whether a body may take its time too. */
    static boolean isLifted(RoutingContext context) {
        return context.get(LIFTED) != null;
    }

    private static boolean isKnown(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous();
    }
}
