package press.broadsheet.collection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Slug;

/** A list that editors order by hand, with its articles. */
@Schema(name = "Collection", description = "A list that editors order by hand, with its articles")
public record CollectionRepresentation(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(pattern = Slug.PATTERN, examples = "featured")
        String slug,

        @Schema(examples = "Featured") String name,

        @Schema(examples = "What the editors put first.", nullable = true)
        String description,

        @Schema(description = "In the editors' order, 100 at most")
        List<ArticleCard> items,

        Instant updatedAt,
        @Schema(description = "Goes up with every change") int version)
        implements Keyed {

    static CollectionRepresentation of(Collection collection, List<ArticleCard> items) {
        return new CollectionRepresentation(
                collection.id(),
                collection.slug(),
                collection.name(),
                collection.description(),
                items,
                collection.updatedAt(),
                collection.version());
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SITE, Keys.ARTICLES, Keys.CARDS, Keys.collection(id));
    }
}
