package press.broadsheet.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.author.AuthorName;
import press.broadsheet.content.Slug;
import press.broadsheet.media.Image;
import press.broadsheet.query.Fields;
import press.broadsheet.section.Crumb;
import press.broadsheet.site.Site;
import press.broadsheet.tag.TagName;

/** An article as lists give it: everything but its body. */
@Schema(description = "An article as lists give it")
public record ArticleCard(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(pattern = Slug.PATTERN, examples = "sea-wall-what-the-council-decided")
        String slug,

        @Schema(description = "Where the site shows it", examples = "https://courier.example/news/city/sea-wall")
        String url,

        @Schema(description = "What kind of piece it is", examples = "article")
        String type,

        @Schema(examples = "Sea wall: what the council decided")
        String title,

        @Schema(description = "One or two sentences", nullable = true)
        String summary,

        @Schema(description = "BCP 47", examples = "en-GB") String lang,
        Crumb section,

        @Schema(description = "Sections from the root to the article's")
        List<Crumb> breadcrumb,

        @Schema(description = "In the editors' order") List<AuthorName> authors,

        @Schema(description = "In the editors' order, the most important first")
        List<TagName> tags,

        @Schema(nullable = true) Image image,

        @Schema(description = "Where it was taken from", nullable = true)
        Source source,

        @Schema(description = "Where it stood first, if elsewhere", nullable = true)
        String canonicalUrl,

        @Schema(description = "Null for a draft, which only editors see", nullable = true)
        Instant publishedAt,

        Instant updatedAt,
        @Schema(description = "Goes up with every change") int version) {

    private static final Fields ALL = Fields.of(ArticleCard.class);

    /** Reads tags and authors too: batch-fetched where the article came with others. */
    public static ArticleCard of(ArticleContent article, Site site) {
        return of(article, site, ALL);
    }

    /** Reads tags and authors only where they are wanted. */
    public static ArticleCard of(ArticleContent article, Site site, Fields wanted) {
        return new ArticleCard(
                article.id(),
                article.slug(),
                site.url() + article.section().path() + "/" + article.slug(),
                article.type(),
                article.title(),
                article.summary(),
                article.lang(),
                article.section().crumb(),
                article.section().trail(),
                wanted.wants("authors")
                        ? article.authors().stream().map(AuthorName::of).toList()
                        : List.of(),
                wanted.wants("tags") ? article.tags().stream().map(TagName::of).toList() : List.of(),
                article.image(),
                article.source(),
                article.canonicalUrl(),
                article.publishedAt(),
                article.updatedAt(),
                article.version());
    }

    /** The same, published at an instant unless it has one of its own. */
    ArticleCard publishedBy(Instant instant) {
        return publishedAt != null
                ? this
                : new ArticleCard(
                        id,
                        slug,
                        url,
                        type,
                        title,
                        summary,
                        lang,
                        section,
                        breadcrumb,
                        authors,
                        tags,
                        image,
                        source,
                        canonicalUrl,
                        instant,
                        updatedAt,
                        version);
    }
}
