package press.broadsheet.author;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import press.broadsheet.page.Position;
import press.broadsheet.page.Sorting;
import press.broadsheet.query.Like;

/**
 * What narrows a list of authors; null narrows nothing.
 *
 * @param prefix the beginning of a name, in any case
 */
record AuthorFilter(String prefix) {
    static final Sorting SORTING = new Sorting("w.id", "name", List.of(Sorting.Key.text("name", "w.name")));

    static Position place(Author author) {
        return Position.at(author.name(), author.id());
    }

    /** As a condition of HQL on {@code Author w}. */
    String where() {
        return prefix == null ? "1 = 1" : "lower(w.name) like :prefix escape '\\'";
    }

    /** What the condition names. */
    Map<String, Object> bindings() {
        return prefix == null ? Map.of() : Map.of("prefix", Like.startingWith(prefix.toLowerCase(Locale.ROOT)));
    }
}
