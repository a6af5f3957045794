package press.broadsheet.collection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.content.Slug;
import press.broadsheet.site.Site;
import press.broadsheet.writing.Versioned;

/** A collection as its editors see it, with what readers do not see of it. */
@Schema(description = "A collection as its editors see it, with all its articles")
record ManagedCollection(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(pattern = Slug.PATTERN, examples = "featured")
        String slug,

        @Schema(examples = "Featured") String name,

        @Schema(examples = "What the editors put first.", nullable = true)
        String description,

        @Schema(description = "In the editors' order, 100 at most")
        List<Item> items,

        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Goes up with every change") int version)
        implements Versioned {

    /** An article in a collection, whether or not readers see it. */
    @Schema(name = "CollectionItem", description = "An article in a collection, whether or not readers see it")
    record Item(
            @Schema(description = "draft, scheduled, published or withdrawn", examples = "published")
            String status,

            ArticleCard article) {}

    static ManagedCollection of(
            Collection collection, List<UUID> order, List<Article> articles, Site site, Instant now) {
        Map<UUID, Article> byId = articles.stream().collect(Collectors.toMap(Article::id, Function.identity()));
        return new ManagedCollection(
                collection.id(),
                collection.slug(),
                collection.name(),
                collection.description(),
                order.stream()
                        .map(byId::get)
                        .map(article -> new Item(article.statusAt(now), ArticleCard.of(article, site)))
                        .toList(),
                collection.createdAt(),
                collection.updatedAt(),
                collection.version());
    }
}
