package press.broadsheet.section;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Reference;
import press.broadsheet.content.Slug;

/** A section as a client sends it. */
@Schema(description = "A section to be")
public record SectionDraft(
        @Schema(description = "Made from the name if absent; of a section that is there, it stays", examples = "city")
        @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN, message = "must be lower-case ASCII words joined by hyphens") String slug,

        @Schema(examples = "City") @NotBlank @Size(max = 120) String name,

        @Schema(examples = "What the council decides.") @Size(max = 1000) String description,

        @Schema(description = "The section above, by id or slug; absent for the top of the tree", examples = "news")
        Reference parent) {

    /** What a client would send to leave a section as it is. */
    static SectionDraft of(Section section) {
        return new SectionDraft(section.slug(), section.name(), section.description(), SectionPlace.parentOf(section));
    }
}
