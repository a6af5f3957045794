package press.broadsheet.audit;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing that was done. */
@Schema(description = "One thing that was done, and by whom")
record AuditEntry(
        @Schema(description = "Its place in the log; goes up, with gaps", examples = "4711")
        long number,

        Instant at,

        @Schema(
                description =
                        "The id of the key, or the subject of the token, that did it; `broadsheet` for what nobody asked for",
                examples = "5f1e0c7a9b2d")
        String actor,

        @Schema(description = "What was done; more words may be added", examples = "publish")
        String kind,

        @Schema(
                description = "What kind of thing it was done to; null in the oldest entries",
                nullable = true,
                examples = "article")
        String type,

        @Schema(description = "What it was done to; null where that was many things or has none", nullable = true)
        UUID id,

        @Schema(
                description = "What that was called at the time: its slug, or the id of a key",
                nullable = true,
                examples = "ferry-back-in-service")
        String slug,

        @Schema(
                description = "The request that did it, as its `X-Request-Id` said",
                nullable = true,
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String requestId) {}
