package press.broadsheet.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import press.broadsheet.content.Ids;
import press.broadsheet.content.Reference;
import press.broadsheet.query.Terms;

/**
 * A filter as SQL: conditions on {@code published_article a}, and the values they name. All text here is ours; what a client
 * sent is bound.
 */
public final class ArticleConditions {
    static final String TAGS = named("tag");
    static final String AUTHORS = named("author");
    static final String SECTIONS = """
            select s.id from section s
            where exists (select from section top
                          where top.id in (%s)
                            and (s.id = top.id or starts_with(s.path, top.path || '/')))""".formatted(named("section"));

    private final List<String> conditions = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private final Map<String, Object> bindings = new HashMap<>();

    /**
     * Things of which an article must have one, be in one, or be by one.
     *
     * @param kind {@code section}, {@code tag} or {@code author}
     * @param ids a query for their ids; what it names is among the bindings
     */
    public record Wanted(String kind, String ids) {}

    public ArticleConditions(ArticleFilter filter) {
        add("section", filter.sections(), SECTIONS, "a.section_id in (%s)");
        add(
                "tag",
                filter.tags(),
                TAGS,
                "exists (select from article_tag t where t.article_id = a.id and t.tag_id in (%s))");
        add(
                "author",
                filter.authors(),
                AUTHORS,
                "exists (select from article_author w where w.article_id = a.id and w.author_id in (%s))");
        add("lang", filter.lang(), "(a.lang = :lang or starts_with(a.lang, :lang || '-'))");
        add("type", filter.type(), "a.type = :type");
        add("ids", filter.ids(), "a.id = any(:ids)");
        // With all of its story: a near-duplicate would be the same to the reader.
        add(
                "exclude",
                filter.exclude(),
                "a.story_id <> all(array(select e.story_id from article e where e.id = any(:exclude)))");
        add("publishedAfter", filter.publishedAfter(), "a.published_at >= :publishedAfter");
        add("publishedBefore", filter.publishedBefore(), "a.published_at < :publishedBefore");
        add("updatedAfter", filter.updatedAfter(), "a.updated_at >= :updatedAfter");
        add("words", filter.words(), "a.words @@ websearch_to_tsquery('simple', :words)");
    }

    /** All conditions, joined by {@code and}; {@code true} if there is none. */
    public String where() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    /** What the conditions name. */
    public Map<String, Object> bindings() {
        return bindings;
    }

    /** What is wanted, for an index that knows articles by it; the conditions say the same. */
    public List<Wanted> wanted() {
        return wanted;
    }

    /** Binds references, each an id or a slug, under a name. */
    void bind(String name, List<String> references) {
        bindings.put(
                name + "Ids",
                references.stream().flatMap(text -> Ids.parse(text).stream()).toArray(UUID[]::new));
        bindings.put(
                name + "Names",
                references.stream().map(text -> new Reference(text).key()).toArray(String[]::new));
    }

    /** The things of some ids and slugs, former ones too: a link that names a tag by the slug it had goes on finding it. */
    private static String named(String kind) {
        return """
                select id from %1$s where id = any(:%%1$sIds) or slug = any(:%%1$sNames)
                union
                select id from former_name where kind = '%1$s' and name = any(:%%1$sNames)""".formatted(kind);
    }

    private void add(String name, Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
            bindings.put(name, value);
        }
    }

    private void add(String name, List<UUID> ids, String condition) {
        add(name, ids.isEmpty() ? null : ids.toArray(UUID[]::new), condition);
    }

    private void add(String name, Terms terms, String ids, String condition) {
        for (int group = 0; group < terms.allOfAnyOf().size(); group++) {
            String named = ids.formatted(name + group);
            conditions.add(condition.formatted(named));
            wanted.add(new Wanted(name, named));
            bind(name + group, terms.allOfAnyOf().get(group));
        }
        if (!terms.noneOf().isEmpty()) {
            conditions.add("not " + condition.formatted(ids.formatted(name + "None")));
            bind(name + "None", terms.noneOf());
        }
    }
}
