package press.broadsheet.site;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Site settings as a client sends them. */
@Schema(description = "The site's settings, whole")
public record SiteDraft(
        @Schema(examples = "The Aldhaven Courier") @NotBlank @Size(max = 200) String name,

        @Schema(description = "Where the site's pages stand", examples = "https://courier.example")
        @NotBlank @Size(max = 500) @Pattern(regexp = "https?://[^\\s?#]+", message = "must be an http or https address without query") String url,

        @Schema(description = "BCP 47; what an article is in that does not say", examples = "en-GB")
        @NotBlank @Size(max = 35) String language,

        @Schema(description = "Of the IANA database", examples = "Europe/London") @NotBlank @Size(max = 60) String timeZone,

        @Schema(
                description =
                        "What readers may give, in the order of the buttons. What was given of a kind that is left out stays, unseen, and shows again with the kind")
        @NotNull @Size(max = 20) List<@Valid @NotNull ReactionKind> reactions) {

    /** What a client would send to leave the settings as they are. */
    static SiteDraft of(Site site) {
        return new SiteDraft(site.name(), site.url(), site.language(), site.timeZone(), site.reactions());
    }
}
