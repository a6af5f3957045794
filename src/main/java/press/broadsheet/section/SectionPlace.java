package press.broadsheet.section;

import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Reference;

/**
 * Where a client wants a section to stand.
 *
 * @param position null for the one that it has; for the last, if it comes to another parent
 */
@Schema(description = "Where a section shall stand; what is absent stays as it is")
record SectionPlace(
        @Schema(
                description = "The section above, by id or slug; null for the top of the tree",
                nullable = true,
                examples = "news")
        Reference parent,

        @Schema(
                description =
                        "Its place among those beside it, 0 for the first; the last if absent below another parent",
                nullable = true,
                examples = "0")
        @Min(0) @Max(10_000) Integer position) {

    /** What a client would send to leave a section where it is. */
    static SectionPlace of(Section section) {
        return new SectionPlace(parentOf(section), null);
    }

    static Reference parentOf(Section section) {
        return Optional.ofNullable(section.parent())
                .map(parent -> Reference.to(parent.id()))
                .orElse(null);
    }
}
