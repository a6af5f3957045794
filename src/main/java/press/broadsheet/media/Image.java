package press.broadsheet.media;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A picture by its address. A value: two articles that show the same picture each say so. */
@Embeddable
@Schema(description = "A picture")
public record Image(
        @Schema(description = "Absolute, or a path of this server", examples = "/demo/images/sea-wall.svg")
        @NotBlank @Size(max = 2000) @Pattern(regexp = "(https?:/)?/[^\\s\"'<>\\\\]+", message = "must be an http or https address, or a path")
        String url,

        @Schema(description = "In pixels; null if unknown", examples = "1600", nullable = true) @Min(1) @Max(100_000) Integer width,

        @Schema(description = "In pixels; null if unknown", examples = "900", nullable = true) @Min(1) @Max(100_000) Integer height,

        @Schema(
                description = "What it shows, for those who do not see it",
                examples = "A sea wall at low tide",
                nullable = true)
        @Size(max = 1000) String alt,

        @Schema(description = "Whose it is", examples = "Courier illustration", nullable = true) @Size(max = 300) String credit) {}
