package press.broadsheet.access;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Knows the holder of a token of the identity provider (RFC 7519, RFC 8725), if one is configured. The principal is called as the
 * token's {@code sub}; of its roles those count that {@link Role} knows.
 */
@ApplicationScoped
@Startup // A configuration that makes no sense stops the start, not the first request.
class JwtAuthentication implements IdentityProvider<JwtAuthentication.Request> {
    /** Asymmetric ones only: with the others, a public key could be taken for a shared secret. */
    private static final String[] ALGORITHMS = {
        AlgorithmIdentifiers.RSA_USING_SHA256,
        AlgorithmIdentifiers.RSA_USING_SHA384,
        AlgorithmIdentifiers.RSA_USING_SHA512,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
        AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
        AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
        AlgorithmIdentifiers.EDDSA
    };

    private static final Predicate<String> FORM =
            Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+").asMatchPredicate();

    /** It gets into logs and into the database. */
    private static final Predicate<String> SUBJECT =
            Pattern.compile("[^\\p{C}]{1,200}").asMatchPredicate();

    private static final Set<String> ROLES = Set.of(Role.READER, Role.EDITOR, Role.ADMIN);
    private static final int CLOCK_SKEW = 10;

    private final Optional<ProviderKeys> keys;
    private final JwtConsumer verifier;
    private final String rolesClaim;

    JwtAuthentication(JwtConfig config, Clock clock) {
        keys = config.jwks().map(jwks -> new ProviderKeys(new JwksSource(jwks), clock));
        verifier = keys.map(known -> verifier(known, config)).orElse(null);
        rolesClaim = config.rolesClaim();
        keys.ifPresent(ProviderKeys::read);
    }

    private static JwtConsumer verifier(ProviderKeys keys, JwtConfig config) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS)
                .setExpectedIssuer(true, needed(config.issuer(), "BROADSHEET_JWT_ISSUER"))
                .setExpectedAudience(true, needed(config.audience(), "BROADSHEET_JWT_AUDIENCE"))
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW)
                .build();
    }

    private static String needed(Optional<String> value, String variable) {
        return value.orElseThrow(
                () -> new IllegalStateException(variable + " is needed where BROADSHEET_JWT_JWKS is set"));
    }

    /** Whether a text is to be tried as a token. */
    boolean takes(String text) {
        return keys.isPresent() && FORM.test(text);
    }

    @Scheduled(every = "5m", delayed = "5m")
    void readKeysAgain() {
        keys.ifPresent(ProviderKeys::read);
    }

    @Override
    public Class<Request> getRequestType() {
        return Request.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Request request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> holderOf(request.token()));
    }

    SecurityIdentity holderOf(String token) {
        try {
            JwtClaims claims = verifier.processToClaims(token);
            if (!SUBJECT.test(claims.getSubject())) {
                throw new AuthenticationFailedException();
            }
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(claims.getSubject()))
                    .addRoles(roles(claims))
                    .build();
        } catch (InvalidJwtException | MalformedClaimException refused) {
            // Without its cause, whose text holds the token.
            throw new AuthenticationFailedException();
        }
    }

    private Set<String> roles(JwtClaims claims) {
        Object value = claims.getClaimsMap();
        for (String step : rolesClaim.split("/", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        Stream<?> given = value instanceof Collection<?> list
                ? list.stream()
                : value instanceof String text ? Stream.of(text.split(" ", -1)) : Stream.empty();
        return given.filter(ROLES::contains).map(String.class::cast).collect(Collectors.toSet());
    }

    /** A caller shows a token. */
    static final class Request extends BaseAuthenticationRequest {
        private final String token;

        Request(String token) {
            this.token = token;
        }

        String token() {
            return token;
        }
    }
}
