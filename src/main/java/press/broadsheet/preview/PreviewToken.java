package press.broadsheet.preview;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token as its holder has it: 256 random bits in base64url. Of a secret that is random and long a plain hash is stored; the
 * hash also finds the row, so that looking it up tells nothing about tokens that are nearly right.
 */
record PreviewToken(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static PreviewToken random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return new PreviewToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** Empty for what cannot be one. */
    static Optional<PreviewToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PreviewToken(text)) : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /** Without the secret, so that none gets into a log by way of a message. */
    @Override
    public String toString() {
        return "a preview token";
    }
}
