package press.broadsheet.preview;

import java.time.Duration;
import java.time.Instant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Reference;

/** A preview as a client asks for it: of an article, or of the site. */
@Schema(description = "A preview to be: of an article in whatever state, or of the whole site as of an instant")
record PreviewDraft(
        @Schema(description = "The article; not together with `asOf`")
        Reference article,

        @Schema(
                description = "The instant as of which the site is shown; not together with `article`",
                examples = "2026-11-24T05:00:00.000Z")
        Instant asOf,

        @Schema(description = "For how many seconds it can be opened", defaultValue = "86400", examples = "86400")
        @Min(1) @Max(PreviewDraft.LONGEST) Integer expiresIn) {
    static final long LONGEST = 30L * 86_400;

    private static final Duration USUAL = Duration.ofDays(1);

    Duration time() {
        return expiresIn == null ? USUAL : Duration.ofSeconds(expiresIn);
    }
}
