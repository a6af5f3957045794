package press.broadsheet.syndication;

import java.util.List;
import java.util.Optional;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;

/** A feed as Atom (RFC 4287). */
final class AtomFeed {
    private AtomFeed() {}

    static byte[] written(FeedHead head, List<FeedItem> items) {
        Feed feed = new Feed("atom_1.0");
        feed.setId(head.id());
        feed.setTitleEx(content(Content.TEXT, head.title()));
        feed.setSubtitle(content(Content.TEXT, head.description()));
        feed.setUpdated(FeedXml.date(head.updated()));
        feed.setAuthors(List.of(person(new FeedItem.Link(head.site(), head.siteUrl()))));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", head.page())));
        feed.setOtherLinks(List.of(link("self", FeedFormat.ATOM_TYPE, head.self())));
        feed.setGenerator(generator());
        feed.setEntries(items.stream().map(AtomFeed::entry).toList());
        return FeedXml.bytes(feed);
    }

    private static Entry entry(FeedItem article) {
        Entry entry = new Entry();
        entry.setId(article.id());
        entry.setTitleEx(content(Content.TEXT, article.title()));
        entry.setPublished(FeedXml.date(article.published()));
        entry.setUpdated(FeedXml.date(article.updated()));
        entry.setAlternateLinks(List.of(alternate(article)));
        entry.setAuthors(article.authors().stream().map(AtomFeed::person).toList());
        entry.setCategories(article.tags().stream().map(AtomFeed::category).toList());
        Optional.ofNullable(article.summary()).ifPresent(summary -> entry.setSummary(content(Content.TEXT, summary)));
        Optional.ofNullable(article.html()).ifPresent(html -> entry.setContents(List.of(content(Content.HTML, html))));
        Optional.ofNullable(article.image())
                .filter(image -> image.type() != null)
                .ifPresent(image -> entry.setOtherLinks(List.of(link("enclosure", image.type(), image.url()))));
        entry.setForeignMarkup(FeedXml.picture(article.image()));
        return entry;
    }

    private static Content content(String type, String value) {
        Content content = new Content();
        content.setType(type);
        content.setValue(value);
        return content;
    }

    private static Link link(String relation, String type, String address) {
        Link link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(address);
        return link;
    }

    private static Link alternate(FeedItem article) {
        Link link = link("alternate", "text/html", article.url());
        link.setHreflang(article.lang());
        return link;
    }

    private static SyndPerson person(FeedItem.Link author) {
        Person person = new Person();
        person.setName(author.name());
        person.setUri(author.url());
        return person;
    }

    private static Category category(FeedItem.Link tag) {
        Category category = new Category();
        category.setTerm(tag.name());
        return category;
    }

    private static Generator generator() {
        Generator generator = new Generator();
        generator.setValue("Broadsheet");
        return generator;
    }
}
