package press.broadsheet.access;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The identity provider whose tokens are taken besides keys. Without {@link #jwks} none is; with it the next two are needed. */
@ConfigMapping(prefix = "broadsheet.jwt")
interface JwtConfig {
    /** Where the provider's keys stand as a JWK set (RFC 7517): an https address, or a file. */
    Optional<URI> jwks();

    /** What a token must say as {@code iss}. */
    Optional<String> issuer();

    /** What a token must name in {@code aud}. */
    Optional<String> audience();

    /** The claim with the roles; a {@code /} leads into an object, as in {@code realm_access/roles}. */
    @WithDefault("groups")
    String rolesClaim();
}
