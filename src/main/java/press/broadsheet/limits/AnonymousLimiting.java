package press.broadsheet.limits;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Counts what is {@link Limited} by address, on the event loop and before its parameters or its body are looked at. */
class AnonymousLimiting {
    private final Allowances allowances;
    private final ClientAddress address;

    AnonymousLimiting(Allowances allowances, ClientAddress address) {
        this.allowances = allowances;
        this.address = address;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION, nonBlocking = true)
    public void count(ResourceInfo resource, RoutingContext context) {
        Limited limited = resource.getResourceMethod().getAnnotation(Limited.class);
        if (limited == null || KeyLimiting.isIdentified(context)) {
            return;
        }
        Allowance allowance = allowances.take(limited.value(), address.of(context.request()));
        allowance.tell(context.response().headers());
        if (!allowance.isGranted()) {
            throw allowance.refusal();
        }
    }
}
