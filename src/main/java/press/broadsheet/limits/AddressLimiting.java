package press.broadsheet.limits;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.ext.web.RoutingContext;
import press.broadsheet.problem.ProblemException;

/** Counts requests of nobody in particular by the address that they come from. */
@ApplicationScoped
public class AddressLimiting {
    private final Allowances allowances;
    private final ClientAddress address;

    AddressLimiting(Allowances allowances, ClientAddress address) {
        this.allowances = allowances;
        this.address = address;
    }

    /** Counts a request, and says in the head of its answer what is left; the answer itself if it is one too many. */
    public Optional<ProblemException> refusal(Limit limit, RoutingContext context) {
        Allowance allowance = allowances.take(limit, address.of(context.request()));
        allowance.tell(context.response().headers());
        return allowance.isGranted() ? Optional.empty() : Optional.of(allowance.refusal());
    }
}
