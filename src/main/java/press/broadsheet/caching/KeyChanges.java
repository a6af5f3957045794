package press.broadsheet.caching;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which keys changed since when. Changes are numbered as they are announced on this node. The numbers of the change log
 * would not do: they are given out before commit, so a smaller one can become visible after a greater one, and what was
 * loaded in between would pass for newer than it is.
 *
 * <p>Only so many keys are remembered. Those that changed longest ago are forgotten, and then all that is older than the
 * last of their changes counts as stale.
 */
final class KeyChanges {
    private record Change(String key, long number) {}

    private final int most;
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final Deque<Change> order = new ArrayDeque<>();
    private volatile long newest;
    private volatile long forgotten;

    /** Remembers at most so many keys. */
    KeyChanges(int most) {
        this.most = most;
    }

    /** The number of the newest change. What is loaded from now on has all changes up to it. */
    long newest() {
        return newest;
    }

    /**
     * These keys changed. Their numbers are written before the newest one: who begins to load in between takes what it
     * loads for older than it is, which costs another load; the other way round it would keep what is stale.
     */
    synchronized void changed(Collection<String> keys) {
        long number = newest + 1;
        for (String key : keys) {
            numbers.put(key, number);
            order.add(new Change(key, number));
        }
        while (order.size() > most) {
            forget(order.remove());
        }
        newest = number;
    }

    /** Anything may have changed. */
    synchronized void everythingChanged() {
        forgotten = newest + 1;
        numbers.clear();
        order.clear();
        newest = forgotten;
    }

    /** Whether none of these keys has changed since this was the newest change. */
    boolean unchangedSince(long change, Collection<String> keys) {
        for (String key : keys) {
            Long number = numbers.get(key);
            if (number != null && number > change) {
                return false;
            }
        }
        // Asked last: a key that was forgotten while the loop ran has raised this number before it went.
        return forgotten <= change;
    }

    private void forget(Change change) {
        Long number = numbers.get(change.key());
        if (number != null && number == change.number()) {
            forgotten = number;
            numbers.remove(change.key());
        }
    }
}
