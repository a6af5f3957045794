package press.broadsheet.content;

import java.util.Set;

/**
 * Content has changed and readers of this node can see it. Fired after the commit on the node that made the change, and on
 * every node once its reading of the change log has come to it, so that an observer may be told twice.
 *
 * @param keys what the change touches, see {@link Keys}
 * @param number the place of the change in the log
 */
public record Changed(Set<String> keys, long number) {}
