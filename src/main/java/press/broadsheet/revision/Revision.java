package press.broadsheet.revision;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an article said at one save. */
@Schema(description = "What an article said at one save")
public record Revision(
        @Schema(description = "The version that the save made", examples = "7")
        int version,

        Instant at,

        @Schema(description = "The key or the subject that saved it", examples = "4f1c22ab90de")
        String actor,

        @Schema(
                description = "Open: create, update, publish, unpublish, schedule, takedown, restore",
                examples = "update")
        String action,

        @Schema(description = "The draft that brings it back")
        Map<String, Object> content) {}
