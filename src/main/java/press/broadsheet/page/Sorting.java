package press.broadsheet.page;

import java.util.List;
import java.util.stream.Stream;

import press.broadsheet.query.Arguments;

/**
 * The orders in which one list can be read: a closed list of keys. The id always follows, so no two rows are equal and a
 * page can end between any two of them. The columns are text of a query, written by us and never by a client.
 *
 * @param idColumn the column of the id, of type {@code uuid}
 * @param standard the order if the client asks for none, as the client would write it: {@code -publishedAt}
 * @param keys what can be sorted by
 */
public record Sorting(String idColumn, String standard, List<Key> keys) {
    /** What a value of a key is, and how it stands in a cursor. */
    enum Kind {
        INSTANT,
        NUMBER,
        TEXT
    }

    /**
     * One key.
     *
     * @param name what the client writes
     * @param column the column or expression; never null, and with an index together with the id
     */
    public record Key(String name, String column, Kind kind) {
        /** A key whose values are {@link java.time.Instant}s. */
        public static Key instant(String name, String column) {
            return new Key(name, column, Kind.INSTANT);
        }

        /** A key whose values are {@link Long}s. */
        public static Key number(String name, String column) {
            return new Key(name, column, Kind.NUMBER);
        }

        /** A key whose values are {@link String}s, of at most {@value Cursors#LONGEST_TEXT} bytes in UTF-8. */
        public static Key text(String name, String column) {
            return new Key(name, column, Kind.TEXT);
        }
    }

    public Sorting {
        keys = List.copyOf(keys);
    }

    /** The order if nobody asks for another. */
    public Sort standardSort() {
        return read(new Arguments(), null);
    }

    /** The order that the client asked for; the standard one if it asked for none or for one that is not on the list. */
    public Sort read(Arguments arguments, String raw) {
        List<String> allowed = keys.stream()
                .flatMap(key -> Stream.of(key.name(), "-" + key.name()))
                .toList();
        String chosen = arguments.oneOf("sort", raw, allowed, standard);
        boolean descending = chosen.startsWith("-");
        String name = descending ? chosen.substring(1) : chosen;
        return keys.stream()
                .filter(key -> key.name().equals(name))
                .map(key -> new Sort(key, idColumn, descending))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The standard order " + standard + " is not on the list."));
    }
}
