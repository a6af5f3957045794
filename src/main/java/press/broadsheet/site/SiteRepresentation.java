package press.broadsheet.site;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.writing.Versioned;

/** The site as clients see it. */
@Schema(name = "Site", description = "The site that the content belongs to")
public record SiteRepresentation(
        @Schema(examples = "The Aldhaven Courier") String name,

        @Schema(description = "Where the site's pages stand", examples = "https://courier.example")
        String url,

        @Schema(description = "BCP 47", examples = "en-GB") String language,

        @Schema(description = "Of the IANA database", examples = "Europe/London")
        String timeZone,

        @Schema(description = "What readers may give, in the order of the buttons")
        List<ReactionKind> reactions,

        @Schema(description = "Goes up with every change") int version)
        implements Keyed, Versioned {

    public static SiteRepresentation of(Site site) {
        return new SiteRepresentation(
                site.name(), site.url(), site.language(), site.timeZone(), site.reactions(), site.version());
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SITE);
    }
}
