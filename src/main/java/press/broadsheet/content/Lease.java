package press.broadsheet.content;

/**
 * For how long this node may go by what it remembers of content. While it is held, the node has heard of every change up to a
 * moment ago, or those who made the change are still waiting for it. It lapses by itself when the node cannot hear any more,
 * or did not run; then only what is read from the database is true.
 *
 * <p>Ask at the moment of use: a timer that should have told would have stood still as well.
 */
@FunctionalInterface
public interface Lease {
    boolean isHeld();

    /**
     * Whether only this process can change content. Then what it has not changed itself is as it was, also while the database is
     * away and the lease has lapsed.
     */
    default boolean isSole() {
        return false;
    }
}
