package press.broadsheet.tag;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.Slug;

/** A tag as articles name it. */
@Schema(description = "A tag, by name")
public record TagName(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(pattern = Slug.PATTERN, examples = "helena-marsh")
        String slug,

        TagType type,
        @Schema(examples = "Helena Marsh") String name) {
    public static TagName of(Tag tag) {
        return new TagName(tag.id(), tag.slug(), tag.type(), tag.name());
    }
}
