package press.broadsheet.sync;

import java.time.Instant;
import java.util.UUID;

/**
 * A change that readers may be told of.
 *
 * @param number its place in the log; says how much readers are not told of, so it leaves this package only in a {@link Bookmarks bookmark}
 * @param id null where many things changed, or one that has none
 * @param slug the thing's slug at that moment, null where it has none
 */
record ToldChange(long number, Instant at, String kind, String type, UUID id, String slug) {}
