package press.broadsheet.tag;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import press.broadsheet.page.Position;
import press.broadsheet.page.Sort;
import press.broadsheet.page.Sorting;
import press.broadsheet.query.Like;

/**
 * What narrows a list of tags; nulls narrow nothing.
 *
 * @param prefix the beginning of a name, in any case
 */
record TagFilter(TagType type, String prefix) {
    static final Sorting SORTING = new Sorting(
            "t.id", "name", List.of(Sorting.Key.text("name", "t.name"), Sorting.Key.number("articles", "t.articles")));

    /** The place of a tag in a list. */
    static Position place(Tag tag, Sort sort) {
        return Position.at(
                "articles".equals(sort.key().name()) ? (Object) (long) tag.articles() : tag.name(), tag.id());
    }

    /** As a condition of HQL on {@code Tag t}. */
    String where() {
        return (type == null ? "1 = 1" : "t.type = :type")
                + (prefix == null ? "" : " and lower(t.name) like :prefix escape '\\'");
    }

    /** What the condition names. */
    Map<String, Object> bindings() {
        Map<String, Object> bindings = new HashMap<>();
        if (type != null) {
            bindings.put("type", type);
        }
        if (prefix != null) {
            bindings.put("prefix", Like.startingWith(prefix.toLowerCase(Locale.ROOT)));
        }
        return bindings;
    }
}
