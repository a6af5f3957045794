package press.broadsheet.section;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Slug;

/** A section as breadcrumbs and articles name it. */
@Schema(name = "SectionName", description = "A section, by name and place")
public record Crumb(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(description = "Last part of its path", pattern = Slug.PATTERN, examples = "city")
        String slug,

        @Schema(examples = "City") String name,

        @Schema(description = "Its place in the tree, root first", examples = "/news/city")
        String path) {}
