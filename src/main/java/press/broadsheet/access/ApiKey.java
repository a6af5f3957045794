package press.broadsheet.access;

import java.security.MessageDigest;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A key that was given out, as the database holds it: without its secret. */
@Entity
@Table(name = "api_key")
class ApiKey {
    @Id
    private String keyId;

    private byte[] secretHash;
    private String name;
    private String role;
    private Instant createdAt;
    private Instant expiresAt;
    private Instant revokedAt;

    protected ApiKey() {}

    static ApiKey of(ApiKeyToken token, String name, String role, Instant now) {
        ApiKey key = new ApiKey();
        key.keyId = token.keyId();
        key.secretHash = token.secretHash();
        key.name = name;
        key.role = role;
        key.createdAt = now;
        return key;
    }

    /** Compares in constant time. */
    boolean opensWith(ApiKeyToken token) {
        return MessageDigest.isEqual(secretHash, token.secretHash());
    }

    boolean isValidAt(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    String keyId() {
        return keyId;
    }

    String name() {
        return name;
    }

    String role() {
        return role;
    }

    Instant createdAt() {
        return createdAt;
    }
}
