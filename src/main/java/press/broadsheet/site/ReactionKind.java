package press.broadsheet.site;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Slug;

/** A reaction that readers of the site may give. */
@Schema(description = "A reaction that readers may give to an article")
public record ReactionKind(
        @Schema(description = "Stands in the addresses of reactions", examples = "very-good")
        @NotBlank @Pattern(regexp = Slug.PATTERN) @Size(max = 40) String kind,

        @Schema(description = "What a button says", examples = "Very good!") @NotBlank @Size(max = 60) String label) {}
