package press.broadsheet.revision;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One save in the list of them. */
@Schema(description = "One save of an article")
record RevisionEntry(
        @Schema(description = "The version that the save made", examples = "7")
        int version,

        Instant at,

        @Schema(description = "The key or the subject that saved it", examples = "4f1c22ab90de")
        String actor,

        @Schema(
                description = "Open: create, update, publish, unpublish, schedule, takedown, restore",
                examples = "update")
        String action,

        @Schema(examples = "Sea wall: what the council decided")
        String title) {}
