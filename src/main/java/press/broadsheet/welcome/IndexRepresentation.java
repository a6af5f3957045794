package press.broadsheet.welcome;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.html.Fixed;

/** The index of the API: what there is, and where. */
@Schema(name = "Index", description = "What there is, and where")
public record IndexRepresentation(
        @Schema(description = "What answers", examples = "Broadsheet")
        String name,

        @Schema(description = "Where to go", examples = "[]")
        List<Link> links)
        implements Fixed {

    /** One thing that there is. */
    @Schema(name = "IndexLink", description = "One thing that there is")
    public record Link(
            @Schema(description = "Its name; more may be added", examples = "articles")
            String name,

            @Schema(description = "Its address", examples = "http://localhost:8080/v1/articles")
            String url,

            @Schema(description = "What it is", examples = "Published articles, filtered and paged")
            String summary) {}
}
