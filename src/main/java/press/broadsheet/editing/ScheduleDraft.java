package press.broadsheet.editing;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When readers shall see an article. Replaces what was planned before. */
@Schema(description = "When readers shall see an article; replaces what was planned before")
record ScheduleDraft(
        @Schema(
                description = "From when on; to come, and absent if readers see it already",
                examples = "2026-11-24T05:00:00.000Z")
        Instant publishAt,

        @Schema(description = "Until when; for ever if absent", examples = "2026-12-24T05:00:00.000Z")
        Instant unpublishAt) {}
