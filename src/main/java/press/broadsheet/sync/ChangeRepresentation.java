package press.broadsheet.sync;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that changed for readers. */
@Schema(name = "Change", description = "Something that changed for readers")
record ChangeRepresentation(
        @Schema(
                description = "Its place: send it as `cursor`, or as `Last-Event-ID`, to go on behind it",
                examples = "vVwS3mG6p2sW0l6K1mXh4Q")
        String cursor,

        Instant at,

        @Schema(
                description = "What happened: from `unpublish` and `delete` on, readers do not find it any more",
                enumeration = {"publish", "update", "unpublish", "delete"})
        String kind,

        @Schema(description = "What kind of thing it happened to", examples = "article")
        String type,

        @Schema(
                description = "The thing's id; null where many changed at once: read anew what you have of that type",
                nullable = true)
        UUID id,

        @Schema(description = "Its slug at that moment", nullable = true, examples = "night-trains-return")
        String slug) {

    static ChangeRepresentation of(ToldChange change, String cursor) {
        return new ChangeRepresentation(cursor, change.at(), change.kind(), change.type(), change.id(), change.slug());
    }
}
