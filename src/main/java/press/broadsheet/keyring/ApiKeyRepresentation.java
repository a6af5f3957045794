package press.broadsheet.keyring;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.access.ApiKeyToken;
import press.broadsheet.writing.Versioned;

/** A key as admins see it. */
@Schema(name = "ApiKey", description = "A key that was given out")
record ApiKeyRepresentation(
        @Schema(
                description =
                        "The key itself. Only in the answer to the request that made it: it is not stored, and null ever after",
                nullable = true,
                examples = "bs_5f1e0c7a9b2d_4c0d8f3b6e1a95722d4b8c6f0a1e3d597b2c4f6081a3e5d7")
        String key,

        @Schema(description = "Stable identifier, as the audit log names it")
        UUID id,

        @Schema(description = "The part of the key that is no secret", examples = "5f1e0c7a9b2d")
        String keyId,

        @Schema(examples = "Newsletter importer") String name,

        @Schema(
                enumeration = {"reader", "editor", "admin"},
                examples = "editor")
        String role,

        @Schema(
                enumeration = {"valid", "expired", "revoked"},
                examples = "valid")
        String state,

        Instant createdAt,

        @Schema(description = "The id of the key, or the subject of the token, that made it", examples = "bootstrap")
        String createdBy,

        @Schema(nullable = true) Instant expiresAt,
        @Schema(nullable = true) Instant revokedAt,

        @Schema(description = "To the minute, and about a minute late", nullable = true)
        Instant lastUsedAt,

        @Schema(description = "Goes up with every change; the ETag")
        int version)
        implements Versioned {

    static ApiKeyRepresentation of(ApiKey key, Instant now) {
        return of(key, null, now);
    }

    /** With the key itself, for showing it once. */
    static ApiKeyRepresentation of(ApiKey key, ApiKeyToken token, Instant now) {
        return new ApiKeyRepresentation(
                token == null ? null : token.text(),
                key.id(),
                key.keyId(),
                key.name(),
                key.role(),
                key.stateAt(now).code(),
                key.createdAt(),
                key.createdBy(),
                key.expiresAt(),
                key.revokedAt(),
                key.lastUsedAt(),
                key.version());
    }
}
