package press.broadsheet.preview;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A preview that can be opened, without its token. */
@Schema(name = "Preview", description = "A preview that can be opened; its token was shown once")
record PreviewRepresentation(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(description = "The id of the article that it shows; null where it shows the site", nullable = true)
        UUID article,

        @Schema(description = "The instant as of which it shows the site; null for an article", nullable = true)
        Instant asOf,

        Instant createdAt,

        @Schema(description = "Who made it: the id of a key, or the subject of a token", examples = "4f1c22ab90de")
        String createdBy,

        @Schema(description = "From when on it opens nothing")
        Instant expiresAt) {

    static PreviewRepresentation of(Preview preview) {
        return new PreviewRepresentation(
                preview.id(),
                preview.articleId(),
                preview.asOf(),
                preview.createdAt(),
                preview.createdBy(),
                preview.expiresAt());
    }
}
