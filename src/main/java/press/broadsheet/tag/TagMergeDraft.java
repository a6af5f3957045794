package press.broadsheet.tag;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Reference;

/** What a client asks for to have one tag instead of two. */
@Schema(description = "What shall become of a tag")
record TagMergeDraft(
        @Schema(description = "The tag that takes its place, by id or slug", examples = "sea-wall") @NotNull Reference into) {}
