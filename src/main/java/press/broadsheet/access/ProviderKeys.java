package press.broadsheet.access;

import java.io.IOException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The public keys of an identity provider, kept in memory. While the provider can't be reached, those that are known go on
 * verifying. A token of a key that is not known makes one request look for it, at most every {@link #PAUSE}; all others are
 * refused at once, or strangers could make this server call the provider as often as they like.
 */
final class ProviderKeys implements VerificationKeyResolver {
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(ProviderKeys.class);

    private final JwksSource source;
    private final Clock clock;
    private final AtomicReference<Instant> asked = new AtomicReference<>(Instant.EPOCH);
    private volatile List<JsonWebKey> keys = List.of();

    ProviderKeys(JwksSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        try {
            return new JwksVerificationKeyResolver(keys).resolveKey(token, nesting);
        } catch (UnresolvableKeyException unknown) {
            if (!isDue() || !read()) {
                throw unknown;
            }
            return new JwksVerificationKeyResolver(keys).resolveKey(token, nesting);
        }
    }

    /** For one caller in each pause. */
    private boolean isDue() {
        Instant now = clock.instant();
        Instant last = asked.get();
        return !now.isBefore(last.plus(PAUSE)) && asked.compareAndSet(last, now);
    }

    /** Reads them again; what was known stays if that fails. */
    boolean read() {
        asked.set(clock.instant());
        try {
            keys = List.copyOf(new JsonWebKeySet(source.read()).getJsonWebKeys());
            return true;
        } catch (IOException | JoseException unreadable) {
            LOG.warnf("The identity provider's keys can't be read, %d are known: %s", keys.size(), unreadable);
            return false;
        }
    }
}
