package press.broadsheet.pinning;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.writing.Versioned;

/** What editors want beside an article, and what not. */
@Schema(description = "What editors want beside an article, and what not")
record RelatedChoices(
        @Schema(description = "These first, in this order, if readers can see them")
        List<Choice> pins,

        @Schema(description = "Never these, nor what is of their stories")
        List<Choice> exclusions,

        @Schema(description = "Goes up with every change; 0 where nothing was ever chosen")
        int version)
        implements Versioned {
    /** An article, in whatever state. */
    @Schema(name = "RelatedChoice")
    record Choice(
            UUID id,

            @Schema(examples = "lantern-slip-gate-will-be-rebuilt")
            String slug,

            @Schema(examples = "Lantern Slip gate will be rebuilt")
            String title) {}
}
