package press.broadsheet.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Slug;

/** A collection as a client sends it; its articles come one by one or as a list of their own. */
@Schema(description = "A collection to be")
record CollectionDraft(
        @Schema(
                description = "Made from the name if absent; of a collection that is there, it stays",
                examples = "long-reads")
        @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN, message = "must be lower-case ASCII words joined by hyphens") String slug,

        @Schema(examples = "Long reads") @NotBlank @Size(max = 120) String name,

        @Schema(examples = "For the weekend.") @Size(max = 1000) String description) {

    /** What a client would send to leave a collection as it is. */
    static CollectionDraft of(Collection collection) {
        return new CollectionDraft(collection.slug(), collection.name(), collection.description());
    }
}
