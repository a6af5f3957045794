package press.broadsheet.article;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an article was taken from, such as an agency. */
@Embeddable
@Schema(description = "Where an article was taken from")
public record Source(
        @Schema(examples = "North Sea Wire") @NotBlank @Size(max = 200) String name,

        @Schema(examples = "https://example.org/north-sea-wire", nullable = true)
        @Size(max = 2000) @Pattern(regexp = "https?://[^\\s\"'<>]+", message = "must be an http or https address") String url) {}
