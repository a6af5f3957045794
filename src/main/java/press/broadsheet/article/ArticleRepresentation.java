package press.broadsheet.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.author.AuthorName;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Slug;
import press.broadsheet.media.Image;
import press.broadsheet.query.Fields;
import press.broadsheet.section.Crumb;
import press.broadsheet.site.Site;
import press.broadsheet.tag.TagName;

/** An article as readers see it, whole. */
@Schema(name = "Article", description = "An article, whole")
public record ArticleRepresentation(
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
        Body body,

        @Schema(description = "Where it was taken from", nullable = true)
        Source source,

        @Schema(description = "Where it stood first, if elsewhere", nullable = true)
        String canonicalUrl,

        Instant publishedAt,
        Instant updatedAt,
        @Schema(description = "Goes up with every change") int version,
        NewsArticle jsonLd,

        @Schema(description = "What include= asked for") @JsonInclude(JsonInclude.Include.NON_NULL)
        Included included)
        implements Keyed {
    private static final Fields ALL = Fields.of(ArticleRepresentation.class);

    /** An article with all that is to be said of it. */
    public static ArticleRepresentation of(PublishedArticle article, Site site) {
        return of(article, site, ALL, null);
    }

    /**
     * An article in whatever state, as readers would get it: what has no instant of publication yet takes this one, since readers
     * are never shown an article without.
     */
    public static ArticleRepresentation asIfPublished(Article article, Site site, Instant now) {
        return of(article, ArticleCard.of(article, site).publishedBy(now), site, ALL, null);
    }

    /** Reads body, tags and authors only where they are wanted; search engines' words need the latter two. */
    static ArticleRepresentation of(PublishedArticle article, Site site, Fields wanted, Included included) {
        ArticleCard card = ArticleCard.of(article, site, wanted.wants("jsonLd") ? ALL : wanted);
        return of(article, card, site, wanted, included);
    }

    private static ArticleRepresentation of(
            ArticleContent article, ArticleCard card, Site site, Fields wanted, Included included) {
        return new ArticleRepresentation(
                card.id(),
                card.slug(),
                card.url(),
                card.type(),
                card.title(),
                card.summary(),
                card.lang(),
                card.section(),
                card.breadcrumb(),
                card.authors(),
                card.tags(),
                card.image(),
                wanted.wants("body") ? Body.of(article.body()) : null,
                card.source(),
                card.canonicalUrl(),
                card.publishedAt(),
                card.updatedAt(),
                card.version(),
                wanted.wants("jsonLd") ? NewsArticle.of(card, site) : null,
                included);
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(
                        Stream.of(Keys.SITE, Keys.article(id)),
                        breadcrumb.stream().map(crumb -> Keys.section(crumb.id())),
                        tags.stream().map(tag -> Keys.tag(tag.id())),
                        authors.stream().map(author -> Keys.author(author.id())),
                        included == null ? Stream.<String>empty() : included.keys())
                .flatMap(keys -> keys);
    }

    @Override
    public Instant lastModified() {
        return updatedAt;
    }
}
