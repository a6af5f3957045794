package press.broadsheet.tag;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Slug;
import press.broadsheet.writing.Versioned;

/** A tag as clients see it. */
@Schema(name = "Tag", description = "What articles are about")
public record TagRepresentation(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(pattern = Slug.PATTERN, examples = "helena-marsh")
        String slug,

        TagType type,
        @Schema(examples = "Helena Marsh") String name,

        @Schema(examples = "Mayor of Aldhaven.", nullable = true)
        String description,

        @Schema(description = "Published articles under it, as of about a second ago", examples = "17")
        int articles,

        Instant updatedAt,
        @Schema(description = "Goes up with every change") int version)
        implements Keyed, Versioned {

    public static TagRepresentation of(Tag tag) {
        return new TagRepresentation(
                tag.id(),
                tag.slug(),
                tag.type(),
                tag.name(),
                tag.description(),
                tag.articles(),
                tag.updatedAt(),
                tag.version());
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.TAGS, Keys.tag(id));
    }

    @Override
    public Instant lastModified() {
        return updatedAt;
    }
}
