package press.broadsheet.problem;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Knows {@code Authorization: Probe <role>} and refuses the role {@code nobody}; takes no part in any other request. */
@ApplicationScoped
class ProbeAuthentication implements HttpAuthenticationMechanism {
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String header = context.request().getHeader("Authorization");
        if (header == null || !header.startsWith("Probe ")) {
            return Uni.createFrom().nullItem();
        }
        String role = header.substring("Probe ".length());
        if (role.equals("nobody")) {
            return Uni.createFrom().failure(new AuthenticationFailedException("press.broadsheet knows nobody"));
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal("probe"))
                        .addRole(role)
                        .build());
    }

    /** Before the real one, which takes the header for its own. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }

    /** Not null: the framework answers a bare 401 itself if no mechanism has a challenge. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
