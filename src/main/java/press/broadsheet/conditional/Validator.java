package press.broadsheet.conditional;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What tells one state of a resource from another (RFC 9110, 8.8).
 *
 * @param tag the first 128 bits of SHA-256 over the bytes before any compression, in base64url
 * @param lastModified the first whole second after it: a client that was answered in the second of the change itself may have
 *     seen the state before it
 * @param keys what the state was made of, without repetitions, the coarsest first
 */
public record Validator(String tag, Instant lastModified, List<String> keys) {
    private static final int TAG_BYTES = 16;

    public static Validator of(byte[] body, Instant lastChange, List<String> keys) {
        return new Validator(hash(body), Instant.ofEpochSecond(lastChange.getEpochSecond() + 1), keys);
    }

    /** The strong entity tag of the bytes in one coding; each coding is a representation of its own (8.8.3.3). */
    public String entityTag(Coding coding) {
        return '"' + tag + coding.suffix() + '"';
    }

    private static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
