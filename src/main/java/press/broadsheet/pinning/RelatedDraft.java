package press.broadsheet.pinning;

import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Reference;

/** What an editor wants beside an article, and what not; replaces what was wanted before. */
@Schema(description = "What an editor wants beside an article, and what not")
public record RelatedDraft(
        @Schema(
                description = "These first, in this order, by ids or slugs; none if absent",
                examples = "[\"lantern-slip-gate-will-be-rebuilt\"]")
        @Size(max = RelatedDraft.MOST_PINS) List<@NotNull Reference> pins,

        @Schema(
                description = "Never these nor what is of their stories, by ids or slugs; none if absent",
                examples = "[\"tide-tables-for-december\"]")
        @Size(max = RelatedDraft.MOST_EXCLUSIONS) List<@NotNull Reference> exclusions) {
    private static final int MOST_PINS = 20;
    private static final int MOST_EXCLUSIONS = 100;

    public RelatedDraft {
        pins = pins == null ? List.of() : pins;
        exclusions = exclusions == null ? List.of() : exclusions;
    }

    /** All articles that it names. */
    List<Reference> references() {
        return Stream.concat(pins.stream(), exclusions.stream()).toList();
    }
}
