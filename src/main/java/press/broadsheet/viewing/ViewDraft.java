package press.broadsheet.viewing;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Reference;

/** Views that were counted elsewhere, as a client sends them. */
@Schema(description = "Views that were counted elsewhere")
public record ViewDraft(@NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull Hour> items) {

    /** The views of one article in one hour. */
    @Schema(name = "ViewsOfAnHour", description = "The views of one article in one hour")
    public record Hour(
            @Schema(description = "By id or slug", examples = "sea-wall-what-the-council-decided") @NotNull Reference article,

            @Schema(description = "Any instant of the hour (UTC)", examples = "2026-11-23T08:00:00Z") @NotNull Instant hour,

            @Schema(description = "Takes the place of what was counted for that hour", examples = "120")
            @NotNull @Min(1) @Max(1_000_000_000) Integer views) {}
}
