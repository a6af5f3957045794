package press.broadsheet.access;

import java.security.MessageDigest;
import java.time.Instant;

/** What authentication needs to know of a key that is in force. Of its secret, that is the hash. */
final class KnownKey {
    private final String keyId;
    private final byte[] secretHash;
    private final String role;
    private final Instant expiresAt;

    /** @param expiresAt null for never */
    KnownKey(String keyId, byte[] secretHash, String role, Instant expiresAt) {
        this.keyId = keyId;
        this.secretHash = secretHash;
        this.role = role;
        this.expiresAt = expiresAt;
    }

    /** Compares in constant time. */
    boolean opensWith(ApiKeyToken token) {
        return MessageDigest.isEqual(secretHash, token.secretHash());
    }

    boolean isInForceAt(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now);
    }

    String keyId() {
        return keyId;
    }

    String role() {
        return role;
    }
}
