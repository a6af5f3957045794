package press.broadsheet.syndication;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), where what is unknown is left out. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFeed(
        String version,
        String title,
        String homePageUrl,
        String feedUrl,
        String description,
        String language,
        List<FeedItem.Link> authors,
        List<Item> items) {

    /** An article. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String url,
            String title,
            String contentHtml,
            String contentText,
            String summary,
            String image,
            Instant datePublished,
            Instant dateModified,
            List<FeedItem.Link> authors,
            List<String> tags,
            String language) {}

    static JsonFeed of(FeedHead head, List<FeedItem> items) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                head.title(),
                head.page(),
                head.self(),
                head.description(),
                head.language(),
                List.of(new FeedItem.Link(head.site(), head.siteUrl())),
                items.stream().map(JsonFeed::item).toList());
    }

    private static Item item(FeedItem article) {
        return new Item(
                article.id(),
                article.url(),
                article.title(),
                article.html(),
                article.html() == null ? shortText(article) : null,
                article.summary(),
                article.image() == null ? null : article.image().url(),
                article.published(),
                article.updated(),
                article.authors(),
                article.tags().stream().map(FeedItem.Link::name).toList(),
                article.lang());
    }

    /** An item must have content of some kind. */
    private static String shortText(FeedItem article) {
        return article.summary() == null ? article.title() : article.summary();
    }
}
