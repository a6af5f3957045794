package press.broadsheet.syndication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;

/** A feed as RSS 2.0, by the profile of the RSS Advisory Board (https://www.rssboard.org/rss-profile). */
final class RssFeed {
    private RssFeed() {}

    static byte[] written(FeedHead head, List<FeedItem> items) {
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(head.title());
        channel.setLink(head.page());
        channel.setDescription(head.description());
        channel.setLanguage(head.language());
        if (head.updated().isAfter(Instant.EPOCH)) {
            channel.setLastBuildDate(FeedXml.date(head.updated()));
        }
        channel.setGenerator("Broadsheet");
        channel.setForeignMarkup(List.of(FeedXml.self(head.self())));
        channel.setItems(items.stream().map(RssFeed::item).toList());
        return FeedXml.bytes(channel);
    }

    private static Item item(FeedItem article) {
        Item item = new Item();
        item.setTitle(article.title());
        item.setLink(article.url());
        Guid guid = new Guid();
        guid.setValue(article.id());
        guid.setPermaLink(false);
        item.setGuid(guid);
        item.setPubDate(FeedXml.date(article.published()));
        item.setModules(List.of(creators(article)));
        item.setCategories(article.tags().stream().map(RssFeed::category).toList());
        Optional.ofNullable(article.summary()).ifPresent(summary -> item.setDescription(description(summary)));
        Optional.ofNullable(article.html()).ifPresent(html -> item.setContent(content(html)));
        Optional.ofNullable(article.image())
                .filter(image -> image.type() != null)
                .ifPresent(image -> item.setEnclosures(List.of(enclosure(image))));
        item.setForeignMarkup(FeedXml.picture(article.image()));
        return item;
    }

    /** RSS's own {@code author} must be an e-mail address. */
    private static DCModule creators(FeedItem article) {
        DCModule creators = new DCModuleImpl();
        creators.setCreators(article.authors().stream().map(FeedItem.Link::name).toList());
        return creators;
    }

    private static Category category(FeedItem.Link tag) {
        Category category = new Category();
        category.setValue(tag.name());
        return category;
    }

    /** Readers take it for HTML, and a summary is text. */
    private static Description description(String summary) {
        Description description = new Description();
        description.setValue(summary.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        return description;
    }

    private static Content content(String html) {
        Content content = new Content();
        content.setValue(html);
        return content;
    }

    /** RSS asks for a length; 0 where nobody knows it, as the profile has it. */
    private static Enclosure enclosure(FeedImage image) {
        Enclosure enclosure = new Enclosure();
        enclosure.setUrl(image.url());
        enclosure.setType(image.type());
        enclosure.setLength(0);
        return enclosure;
    }
}
