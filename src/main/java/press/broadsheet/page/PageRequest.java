package press.broadsheet.page;

import java.util.Map;
import java.util.function.Function;

/**
 * Which page of a list is wanted, and the clauses of the query that fetches it: {@link #where()}, {@link #orderBy()},
 * {@link #bindings()} and {@link #rows()}. The clauses are the same text in SQL and in HQL, and hold no value.
 *
 * @param limit the most items on the page
 * @param position where the page lies; null for the first page
 * @param count whether, and how, the client wants to know how many items the list has
 * @param cursor writes a position as a cursor of this very list, filter and order
 */
public record PageRequest(int limit, Sort sort, Position position, Count count, Function<Position, String> cursor) {
    /** How a total is asked for. */
    public enum Count {
        NONE,
        ESTIMATED,
        EXACT
    }

    /** How many rows to fetch: one more than the limit, which tells whether there is a further page. */
    public int rows() {
        return limit + 1;
    }

    /**
     * The condition that starts at the position: a row comparison, {@code (a.publishedAt, a.id) < (:sortValue, :sortId)},
     * which an index on both columns answers at the same cost at any depth; always true for the first page.
     */
    public String where() {
        if (position == null) {
            return "1 = 1";
        }
        String operator = (falling() ? "<" : ">") + (position.direction().inclusive() ? "=" : "");
        return "(%s, %s) %s (:sortValue, :sortId)".formatted(sort.key().column(), sort.idColumn(), operator);
    }

    /** The order in which to fetch: that of the list, or the opposite on the way back ({@link Page#of} turns it round). */
    public String orderBy() {
        return orderBy(sort.key().column(), sort.idColumn());
    }

    /** The same order by other columns, for a query around the one that fetches. */
    public String orderBy(String column, String idColumn) {
        String order = falling() ? "desc" : "asc";
        return "%s %s, %s %s".formatted(column, order, idColumn, order);
    }

    /** The values that {@link #where()} names. */
    public Map<String, Object> bindings() {
        return position == null ? Map.of() : Map.of("sortValue", position.value(), "sortId", position.id());
    }

    private boolean falling() {
        return sort.descending() != backward();
    }

    boolean backward() {
        return position != null && position.direction().backward();
    }
}
