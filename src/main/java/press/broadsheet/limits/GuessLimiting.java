package press.broadsheet.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.security.AuthenticationException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Counts wrong credentials by address. Whoever shows too many of them is told so from then on, instead of that they are wrong;
 * right ones are let in all the while, so nobody locks out others behind the same address.
 */
@ApplicationScoped
class GuessLimiting {
    /** Before the failure handler that answers. */
    private static final int FIRST = Integer.MIN_VALUE + 1;

    private final Allowances allowances;
    private final ClientAddress address;

    GuessLimiting(Allowances allowances, ClientAddress address) {
        this.allowances = allowances;
        this.address = address;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::count);
    }

    private void count(RoutingContext context) {
        if (!(context.failure() instanceof AuthenticationException)) {
            context.next();
            return;
        }
        Allowance allowance = allowances.take(Limit.GUESSES, address.of(context.request()));
        if (allowance.isGranted()) {
            context.next();
        } else {
            context.response().headers().remove("WWW-Authenticate");
            context.fail(allowance.refusal());
        }
    }
}
