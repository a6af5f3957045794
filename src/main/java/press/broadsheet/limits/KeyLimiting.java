package press.broadsheet.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;

/** Counts every request by its key, whatever it asks for and whether or not it may. */
@ApplicationScoped
class KeyLimiting {
    /** Behind Quarkus's authentication (200), before its authorisation (100). */
    private static final int PRIORITY = 150;

    private final Allowances allowances;

    KeyLimiting(Allowances allowances) {
        this.allowances = allowances;
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, PRIORITY);
    }

    private void count(RoutingContext context) {
        if (!isIdentified(context)) {
            context.next();
            return;
        }
        Allowance allowance =
                allowances.take(Limit.KEY, identity(context).getPrincipal().getName());
        allowance.tell(context.response().headers());
        if (allowance.isGranted()) {
            context.next();
        } else {
            context.fail(allowance.refusal());
        }
    }

    /** Whether a request has shown who sends it. */
    static boolean isIdentified(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser && !identity(context).isAnonymous();
    }

    private static SecurityIdentity identity(RoutingContext context) {
        return ((QuarkusHttpUser) context.user()).getSecurityIdentity();
    }
}
