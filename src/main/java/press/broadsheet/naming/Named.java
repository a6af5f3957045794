package press.broadsheet.naming;

import java.util.UUID;

/** A thing with a slug of its own among its like. */
public interface Named {
    UUID id();

    String slug();

    /** Goes up with every change. */
    int version();
}
