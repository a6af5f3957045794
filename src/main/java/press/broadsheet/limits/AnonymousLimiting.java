package press.broadsheet.limits;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts what is {@link Limited} by address, on the event loop and before its parameters or its body are looked at. */
class AnonymousLimiting {
    private final AddressLimiting limiting;

    AnonymousLimiting(AddressLimiting limiting) {
        this.limiting = limiting;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION, nonBlocking = true)
    public void count(ResourceInfo resource, RoutingContext context) {
        Limited limited = resource.getResourceMethod().getAnnotation(Limited.class);
        if (limited == null || KeyLimiting.isIdentified(context)) {
            return;
        }
        limiting.refusal(limited.value(), context).ifPresent(refusal -> {
            throw refusal;
        });
    }
}
