package press.broadsheet.access;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Knows the holder of a key. An unknown key is compared like a known one, so that timing does not tell which ids exist. */
@ApplicationScoped
class ApiKeyAuthentication implements IdentityProvider<ApiKeyAuthentication.Request> {
    private static final ApiKeyToken NOBODY = ApiKeyToken.random();

    private final ApiKeyRepository keys;
    private final Clock clock;
    private final ApiKey unknown;

    ApiKeyAuthentication(ApiKeyRepository keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.unknown = ApiKey.of(NOBODY, "nobody", "none", clock.instant());
    }

    @Override
    public Class<Request> getRequestType() {
        return Request.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> holderOf(request.token()));
    }

    @ActivateRequestContext
    SecurityIdentity holderOf(ApiKeyToken token) {
        ApiKey key = keys.findByIdOptional(token.keyId()).orElse(unknown);
        if (!key.opensWith(token) || !key.isValidAt(clock.instant())) {
            throw new AuthenticationFailedException();
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(key.keyId()))
                .addRole(key.role())
                .build();
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
