package press.broadsheet.listing;

import java.util.List;
import java.util.Map;

import press.broadsheet.page.PageRequest;
import press.broadsheet.page.Sorting;
import press.broadsheet.query.Terms;

/**
 * The SQL of a list. One that is narrowed to tags, authors or sections is driven by them: for each, the newest that meet the
 * rest are read off its own index, and the newest of all those are the page. So a page costs as much in a large archive as in a
 * small one.
 */
final class ListingSql {
    private static final Sorting BY_ARTICLE = sorting("a.published_at", "a.id");
    private static final Sorting BY_LINK = sorting("l.published_at", "l.article_id");

    private final Driver driver;
    private final ArticleConditions conditions;

    /** What a list is read off. */
    private enum Driver {
        TAGS(ArticleConditions.TAGS, "article_tag", "l.tag_id"),
        AUTHORS(ArticleConditions.AUTHORS, "article_author", "l.author_id"),
        SECTIONS(ArticleConditions.SECTIONS, null, "a.section_id"),
        ARTICLES(null, null, null);

        private final String ids;
        private final String link;
        private final String column;

        Driver(String ids, String link, String column) {
            this.ids = ids;
            this.link = link;
            this.column = column;
        }

        static Driver of(ArticleFilter filter) {
            if (!filter.tags().allOfAnyOf().isEmpty()) {
                return TAGS;
            }
            if (!filter.authors().allOfAnyOf().isEmpty()) {
                return AUTHORS;
            }
            return filter.sections().allOfAnyOf().isEmpty() ? ARTICLES : SECTIONS;
        }
    }

    ListingSql(ArticleFilter filter) {
        driver = Driver.of(filter);
        Terms sections = filter.sections();
        Terms tags = filter.tags();
        Terms authors = filter.authors();
        conditions = switch (driver) {
            case TAGS -> driven(filter.with(sections, rest(tags), authors), tags);
            case AUTHORS -> driven(filter.with(sections, tags, rest(authors)), authors);
            case SECTIONS -> driven(filter.with(rest(sections), tags, authors), sections);
            case ARTICLES -> new ArticleConditions(filter);
        };
    }

    /** The orders that a list of this filter can have. */
    static Sorting sorting(ArticleFilter filter) {
        return Driver.of(filter).link == null ? BY_ARTICLE : BY_LINK;
    }

    Map<String, Object> bindings() {
        return conditions.bindings();
    }

    /** Selects id, story and sort value of the articles of a page. */
    String page(PageRequest request) {
        String rows = "select a.id, a.story_id, %s as sort_value from %s where %s and %s order by %s limit :rows"
                .formatted(request.sort().key().column(), from(), where(), request.where(), request.orderBy());
        return driver == Driver.ARTICLES
                ? rows
                : "select distinct found.* from %s order by %s limit :rows"
                        .formatted(forEachDriver(rows), request.orderBy("sort_value", "id"));
    }

    /** Selects the ids of all articles of the list; one of two drivers comes twice. */
    String matching() {
        String rows = "select a.id from %s where %s".formatted(from(), where());
        return driver == Driver.ARTICLES ? rows : "select found.* from " + forEachDriver(rows);
    }

    /** Selects how many articles there are. */
    String count() {
        return "select count(distinct id) from (" + matching() + ") matching";
    }

    private String forEachDriver(String rows) {
        return "(%s) driver (id) cross join lateral (%s) found".formatted(driver.ids.formatted("driver"), rows);
    }

    private String from() {
        return driver.link == null
                ? "published_article a"
                : driver.link + " l join published_article a on a.id = l.article_id";
    }

    private String where() {
        return switch (driver) {
            case ARTICLES -> conditions.where();
            case SECTIONS -> driver.column + " = driver.id and " + conditions.where();
            // The instant is the article's too, but this one stands in the index that the list is read off.
            case TAGS, AUTHORS ->
                driver.column + " = driver.id and l.published_at <= reading_instant() and " + conditions.where();
        };
    }

    private static ArticleConditions driven(ArticleFilter rest, Terms drivers) {
        ArticleConditions conditions = new ArticleConditions(rest);
        conditions.bind("driver", drivers.allOfAnyOf().get(0));
        return conditions;
    }

    private static Terms rest(Terms terms) {
        List<List<String>> groups = terms.allOfAnyOf();
        return new Terms(groups.subList(1, groups.size()), terms.noneOf());
    }

    private static Sorting sorting(String published, String id) {
        return new Sorting(
                id,
                "-publishedAt",
                List.of(
                        Sorting.Key.instant("publishedAt", published),
                        Sorting.Key.instant("updatedAt", "a.updated_at"),
                        Sorting.Key.text("title", "a.title")));
    }
}
