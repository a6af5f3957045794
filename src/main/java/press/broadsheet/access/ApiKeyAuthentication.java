package press.broadsheet.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;

/**
 * Knows the holder of a key, from memory alone. An unknown key is compared like a known one, so that timing does not tell which
 * ids exist.
 */
@ApplicationScoped
class ApiKeyAuthentication implements IdentityProvider<ApiKeyAuthentication.Request> {
    private static final KnownKey UNKNOWN =
            new KnownKey("nobody", ApiKeyToken.random().secretHash(), "none", null);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final KnownKeys keys;
    private final KeyUses uses;
    private final Clock clock;

    ApiKeyAuthentication(KnownKeys keys, KeyUses uses, Clock clock) {
        this.keys = keys;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public Class<Request> getRequestType() {
        return Request.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(() -> holderOf(request.token()));
    }

    /**
     * Whoever holds this key.
     *
     * @throws AuthenticationFailedException if nobody may get in with it, whatever the reason
     * @throws ProblemException 503 if the key was good but has not been confirmed for too long
     */
    SecurityIdentity holderOf(ApiKeyToken token) {
        KnownKey key = keyOf(token).orElseThrow(AuthenticationFailedException::new);
        if (!keys.areCurrent()) {
            throw ProblemException.of(
                            ProblemType.UNAVAILABLE, "Whether the key is still in force can't be told at the moment.")
                    .retryAfter(SOON);
        }
        uses.note(key.keyId());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(key.keyId()))
                .addRole(key.role())
                .build();
    }

    /** The key in force whose secret this is. */
    Optional<KnownKey> keyOf(ApiKeyToken token) {
        KnownKey key = keys.withId(token.keyId()).orElse(UNKNOWN);
        return key.opensWith(token) && key.isInForceAt(clock.instant()) ? Optional.of(key) : Optional.empty();
    }

    /** A caller shows a key. */
    static final class Request extends BaseAuthenticationRequest {
        private final ApiKeyToken token;

        Request(ApiKeyToken token) {
            this.token = token;
        }

        ApiKeyToken token() {
            return token;
        }
    }
}
