package press.broadsheet.writing;

/** An answer that says which version of a thing it shows; it goes out as the {@code ETag}, quoted. */
public interface Versioned {
    /** Goes up with every change. */
    int version();
}
