package press.broadsheet.viewing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;

/**
 * Tells whether a visitor has viewed an article before, without knowing who that is: it keeps bits of a keyed hash of article,
 * address and user agent in two Bloom filters (B. Bloom, Space/time trade-offs in hash coding with allowable errors, 1970), the
 * present one and the one before it. The key is made in memory, every day anew, and nothing of it is ever written.
 *
 * <p>A view in a thousand, at most, is taken for one that was there before.
 */
@ApplicationScoped
class Visitors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final double MISTAKEN = 0.001;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Duration window;
    private final int remembered;

    private LocalDate day;
    private Mac hash;
    private BloomFilter<Long> present;
    private BloomFilter<Long> before;
    private Instant since;
    private int added;

    Visitors(Clock clock, ViewingConfig config) {
        this.clock = clock;
        window = config.window();
        remembered = config.remembered();
        present = empty();
        before = empty();
        since = clock.instant();
    }

    /** Whether this visitor was not on this article in the window; from now on it was. */
    synchronized boolean isFirst(String article, String address, String userAgent) {
        long view = view(article, address, userAgent);
        if (before.mightContain(view) || !present.put(view)) {
            return false;
        }
        added++;
        return true;
    }

    /** Whether it was. */
    synchronized boolean wasOn(String article, String address, String userAgent) {
        long view = view(article, address, userAgent);
        return before.mightContain(view) || present.mightContain(view);
    }

    private long view(String article, String address, String userAgent) {
        Instant now = clock.instant();
        turn(now);
        return hash(article, address, userAgent, now);
    }

    private void turn(Instant now) {
        if (added >= remembered || !now.isBefore(since.plus(window))) {
            // What is older than two windows may not come back as the one before.
            before = now.isBefore(since.plus(window).plus(window)) ? present : empty();
            present = empty();
            since = now;
            added = 0;
        }
    }

    private BloomFilter<Long> empty() {
        return BloomFilter.create(Funnels.longFunnel(), remembered, MISTAKEN);
    }

    private long hash(String article, String address, String userAgent, Instant now) {
        Mac keyed = ofDay(LocalDate.ofInstant(now, ZoneOffset.UTC));
        keyed.update(article.getBytes(UTF_8));
        keyed.update((byte) 0);
        keyed.update(address.getBytes(UTF_8));
        keyed.update((byte) 0);
        return ByteBuffer.wrap(keyed.doFinal(userAgent.getBytes(UTF_8))).getLong();
    }

    private Mac ofDay(LocalDate today) {
        if (!today.equals(day)) {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            hash = keyed(key);
            day = today;
        }
        return hash;
    }

    private static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
