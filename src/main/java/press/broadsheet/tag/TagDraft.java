package press.broadsheet.tag;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Slug;

/** A tag as a client sends it. */
@Schema(description = "A tag to be")
public record TagDraft(
        @Schema(
                description = "Made from the name if absent; of a tag that is there, it stays",
                examples = "helena-marsh")
        @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN, message = "must be lower-case ASCII words joined by hyphens") String slug,

        @NotNull TagType type,

        @Schema(examples = "Helena Marsh") @NotBlank @Size(max = 120) String name,

        @Schema(examples = "Mayor of Aldhaven.") @Size(max = 1000) String description) {

    /** What a client would send to leave a tag as it is. */
    static TagDraft of(Tag tag) {
        return new TagDraft(tag.slug(), tag.type(), tag.name(), tag.description());
    }
}
