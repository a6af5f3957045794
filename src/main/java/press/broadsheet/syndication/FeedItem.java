package press.broadsheet.syndication;

import java.time.Instant;
import java.util.List;

import press.broadsheet.article.ArticleCard;
import press.broadsheet.article.PublishedArticle;
import press.broadsheet.rendering.XmlText;
import press.broadsheet.site.Site;

/**
 * An article as feeds show it. All its texts can stand in XML, all its addresses are absolute.
 *
 * @param id never changes
 * @param html null if only the summary is wanted
 * @param updated never before it was published: what was written before is no news to a reader
 */
public record FeedItem(
        String id,
        String url,
        String title,
        String summary,
        String html,
        String lang,
        List<Link> authors,
        List<Link> tags,
        FeedImage image,
        Instant published,
        Instant updated) {

    /** Something by its name, and where the site shows it. */
    public record Link(String name, String url) {}

    /** The article with its text, if that is wanted: tags and authors are read on demand. */
    public static FeedItem of(PublishedArticle article, Site site, boolean full) {
        ArticleCard card = ArticleCard.of(article, site);
        return new FeedItem(
                "urn:uuid:" + card.id(),
                card.url(),
                XmlText.legal(card.title()),
                XmlText.legal(card.summary()),
                full ? AbsoluteHtml.of(XmlText.legal(article.body().html()), card.url()) : null,
                card.lang(),
                card.authors().stream()
                        .map(author -> new Link(XmlText.legal(author.name()), site.url() + "/authors/" + author.slug()))
                        .toList(),
                card.tags().stream()
                        .map(tag -> new Link(XmlText.legal(tag.name()), site.url() + "/tags/" + tag.slug()))
                        .toList(),
                FeedImage.of(card.image(), site),
                card.publishedAt(),
                card.updatedAt().isBefore(card.publishedAt()) ? card.publishedAt() : card.updatedAt());
    }
}
