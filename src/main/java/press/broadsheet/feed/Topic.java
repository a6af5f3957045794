package press.broadsheet.feed;

import java.util.Locale;
import java.util.Set;

import press.broadsheet.author.Author;
import press.broadsheet.collection.Collection;
import press.broadsheet.content.Keys;
import press.broadsheet.ranking.Metric;
import press.broadsheet.section.Section;
import press.broadsheet.site.Site;
import press.broadsheet.tag.Tag;

/**
 * What a feed is about.
 *
 * @param name null for the whole site
 * @param description null if nothing is said of it
 * @param page where the site shows it
 * @param path of its feeds, behind {@code /feeds/} and without a format
 * @param id the same with an id in the place of the slug, so that feed readers know it when it is called otherwise
 * @param keys what the list is made of, besides the site and the names on cards
 */
record Topic(String name, String description, String page, String path, String id, Set<String> keys) {
    static Topic latest(Site site) {
        return new Topic(null, null, site.url(), "latest", "latest", Set.of(Keys.ARTICLES));
    }

    static Topic of(Section section, Site site) {
        return new Topic(
                section.name(),
                section.description(),
                site.url() + section.path(),
                "sections/" + section.slug(),
                "sections/" + section.id(),
                Set.of(Keys.articlesIn(section.id()), Keys.section(section.id())));
    }

    static Topic of(Tag tag, Site site) {
        return new Topic(
                tag.name(),
                tag.description(),
                site.url() + "/tags/" + tag.slug(),
                "tags/" + tag.slug(),
                "tags/" + tag.id(),
                Set.of(Keys.articlesTagged(tag.id()), Keys.tag(tag.id())));
    }

    static Topic of(Author author, Site site) {
        return new Topic(
                author.name(),
                author.bio(),
                site.url() + "/authors/" + author.slug(),
                "authors/" + author.slug(),
                "authors/" + author.id(),
                Set.of(Keys.articlesBy(author.id()), Keys.author(author.id())));
    }

    static Topic of(Collection collection, Site site) {
        return new Topic(
                collection.name(),
                collection.description(),
                site.url(),
                "collections/" + collection.slug(),
                "collections/" + collection.id(),
                Set.of(Keys.ARTICLES, Keys.collection(collection.id())));
    }

    static Topic of(Metric metric, Site site) {
        String name = metric.code().replace('-', ' ');
        return new Topic(
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                null,
                site.url(),
                "rankings/" + metric.code(),
                "rankings/" + metric.code(),
                Set.of(Keys.ARTICLES));
    }

    static Topic ofSearch(String words, Site site) {
        return new Topic(
                "“" + words + "”",
                null,
                site.url(),
                "search",
                "search",
                Set.of(Keys.ARTICLES, Keys.TAGS, Keys.AUTHORS));
    }

    /** What the feed is called: its name says of which site it is. */
    String title(Site site) {
        return name == null ? site.name() : name + " – " + site.name();
    }
}
