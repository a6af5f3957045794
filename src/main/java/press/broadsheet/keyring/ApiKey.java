package press.broadsheet.keyring;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import press.broadsheet.access.ApiKeyToken;
import press.broadsheet.access.Role;
import press.broadsheet.content.Ids;

/** A key that was given out, without its secret. It stays when it is revoked: the log names it. */
@Entity
@Table(name = "api_key")
class ApiKey {
    @Id
    private String keyId;

    /** What lists end with and the change log names. */
    private UUID id;

    /** Only ever written here: whoever authenticates reads it from the table. */
    @SuppressWarnings("UnusedVariable")
    private byte[] secretHash;

    private String name;
    private String role;
    private Instant createdAt;
    private String createdBy;
    private Instant expiresAt;
    private Instant revokedAt;

    /** Written beside the entity, for many keys at once. */
    @Column(insertable = false, updatable = false)
    private Instant lastUsedAt;

    @Version
    private int version;

    protected ApiKey() {}

    static ApiKey of(ApiKeyToken token, ApiKeyDraft draft, String createdBy, Instant now) {
        ApiKey key = new ApiKey();
        key.keyId = token.keyId();
        key.id = Ids.next();
        key.secretHash = token.secretHash();
        key.name = draft.name();
        key.role = draft.role();
        key.expiresAt = draft.expiresAt();
        key.createdBy = createdBy;
        key.createdAt = now;
        return key;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    boolean isAdmin() {
        return role.equals(Role.ADMIN);
    }

    ApiKeyState stateAt(Instant now) {
        if (revokedAt != null) {
            return ApiKeyState.REVOKED;
        }
        return expiresAt == null || expiresAt.isAfter(now) ? ApiKeyState.VALID : ApiKeyState.EXPIRED;
    }

    String keyId() {
        return keyId;
    }

    UUID id() {
        return id;
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

    String createdBy() {
        return createdBy;
    }

    /** Null for never. */
    Instant expiresAt() {
        return expiresAt;
    }

    /** Null as long as it is not revoked. */
    Instant revokedAt() {
        return revokedAt;
    }

    /** To the minute and about a minute late; null if it never was. */
    Instant lastUsedAt() {
        return lastUsedAt;
    }

    int version() {
        return version;
    }
}
