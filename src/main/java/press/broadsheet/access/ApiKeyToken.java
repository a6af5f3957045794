package press.broadsheet.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its holder has it: {@code bs_<key id>_<secret>}. The id finds the stored key; of the secret only a hash is
 * stored, which is enough without salt or stretching, since the secret is random and long.
 */
public record ApiKeyToken(String keyId, String secret) {
    /** What every key begins with, and no other kind of token. */
    static final String PREFIX = "bs_";

    private static final Pattern KEY_ID = Pattern.compile("[a-z0-9]{4,32}");
    private static final Pattern FORM = Pattern.compile(PREFIX + "(" + KEY_ID + ")_([A-Za-z0-9]{24,128})");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_ID_BYTES = 6;
    private static final int SECRET_BYTES = 24;

    /** A new one, of 192 secret bits. */
    public static ApiKeyToken random() {
        return new ApiKeyToken(hex(KEY_ID_BYTES), hex(SECRET_BYTES));
    }

    public static Optional<ApiKeyToken> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKeyToken(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Whether a key could have this id. */
    public static boolean isKeyId(String text) {
        return KEY_ID.matcher(text).matches();
    }

    /** SHA-256 of the secret. */
    public byte[] secretHash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The whole token, for showing it once. */
    public String text() {
        return PREFIX + keyId + "_" + secret;
    }

    /** Without the secret, so that none gets into a log by way of a message. */
    @Override
    public String toString() {
        return PREFIX + keyId + "_…";
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
