package press.broadsheet.page;

/** One order of a list: by a key, up or down, and among equals by the id in the same direction. */
public record Sort(Sorting.Key key, String idColumn, boolean descending) {
    /** As a client writes it: {@code -publishedAt}. */
    @Override
    public String toString() {
        return (descending ? "-" : "") + key.name();
    }
}
