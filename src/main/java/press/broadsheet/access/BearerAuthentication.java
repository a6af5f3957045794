package press.broadsheet.access;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes a key, or a token of the identity provider, from {@code Authorization: Bearer …}, and from nowhere else: in an address
 * it would end up in logs.
 */
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    private final JwtAuthentication provider;

    BearerAuthentication(JwtAuthentication provider) {
        this.provider = provider;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Uni.createFrom().optional(Optional.empty());
        }
        return request(authorization).map(identities::authenticate).orElseGet(() -> Uni.createFrom()
                .failure(new AuthenticationFailedException()));
    }

    /** Empty for what can be neither. */
    private Optional<AuthenticationRequest> request(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String credentials = authorization.substring(SCHEME.length()).strip();
        if (credentials.startsWith(ApiKeyToken.PREFIX)) {
            return ApiKeyToken.parse(credentials).map(ApiKeyAuthentication.Request::new);
        }
        return provider.takes(credentials) ? Optional.of(new JwtAuthentication.Request(credentials)) : Optional.empty();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
