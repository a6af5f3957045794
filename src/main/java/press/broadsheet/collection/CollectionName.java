package press.broadsheet.collection;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Slug;

/** A list that editors order by hand, without its articles. */
@Schema(name = "CollectionName", description = "A list that editors order by hand, by name")
public record CollectionName(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(pattern = Slug.PATTERN, examples = "featured")
        String slug,

        @Schema(examples = "Featured") String name,

        @Schema(examples = "What the editors put first.", nullable = true)
        String description,

        Instant updatedAt)
        implements Keyed {

    static CollectionName of(Collection collection) {
        return new CollectionName(
                collection.id(),
                collection.slug(),
                collection.name(),
                collection.description(),
                collection.updatedAt());
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.COLLECTIONS, Keys.collection(id));
    }

    @Override
    public Instant lastModified() {
        return updatedAt;
    }
}
