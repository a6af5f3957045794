package press.broadsheet.edge;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives a body so long to arrive, all in all: a client that sends a byte now and then would meet no other limit. It is cut off
 * without an answer, for it is not listening yet.
 */
@ApplicationScoped
class BodyDeadline {
    /** After {@link Admission}: what is turned away is not waited for. */
    private static final int PRIORITY = 7_500;

    private final long millis;

    BodyDeadline(@ConfigProperty(name = "broadsheet.body-deadline") Duration deadline) {
        this.millis = deadline.toMillis();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (Admission.hasBody(request)) {
            long timer = context.vertx().setTimer(millis, ignored -> cutOff(context));
            context.addEndHandler(ignored -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    private static void cutOff(RoutingContext context) {
        if (!context.request().isEnded() && !BodyLimit.isLifted(context)) {
            context.response().reset();
        }
    }
}
