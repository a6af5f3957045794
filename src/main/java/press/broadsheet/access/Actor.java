package press.broadsheet.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;

/** Who does what is being done: for the change log, for revisions, and as the owner of idempotency keys. */
@ApplicationScoped
public class Actor {
    /** Who acts where no request does. */
    public static final String ITSELF = "broadsheet";

    private final SecurityIdentity identity;

    Actor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The key's id, the subject of a token, or {@link #ITSELF}. */
    public String name() {
        return isCalled() && !identity.isAnonymous() ? identity.getPrincipal().getName() : ITSELF;
    }

    private static boolean isCalled() {
        return Arc.container().requestContext().isActive();
    }
}
