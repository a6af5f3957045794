package press.broadsheet.caching;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
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
    private record Change(String key, long number, Instant at) {}

    private final int most;
    private final Map<String, Change> latest = new ConcurrentHashMap<>();
    private final Deque<Change> order = new ArrayDeque<>();
    private volatile long newest;
    private volatile Change forgotten;

    /** Remembers at most so many keys; what changed before the start is forgotten. */
    KeyChanges(int most, Instant start) {
        this.most = most;
        this.forgotten = new Change("", 0, start);
    }

    /** The number of the newest change. What is loaded from now on has all changes up to it. */
    long newest() {
        return newest;
    }

    /**
     * These keys changed. Their numbers are written before the newest one: who begins to load in between takes what it
     * loads for older than it is, which costs another load; the other way round it would keep what is stale.
     */
    synchronized void changed(Collection<String> keys, Instant at) {
        long number = newest + 1;
        for (String key : keys) {
            Change change = new Change(key, number, at);
            latest.put(key, change);
            order.add(change);
        }
        while (order.size() > most) {
            forget(order.remove());
        }
        newest = number;
    }

    /** Whether none of these keys has changed since this was the newest change. */
    boolean unchangedSince(long change, Collection<String> keys) {
        for (String key : keys) {
            Change last = latest.get(key);
            if (last != null && last.number() > change) {
                return false;
            }
        }
        // Asked last: a key that was forgotten while the loop ran has raised this number before it went.
        return forgotten.number() <= change;
    }

    /** When one of these keys changed last, if that is remembered; {@link Instant#EPOCH} otherwise. */
    Instant lastChange(Collection<String> keys) {
        return keys.stream()
                .map(latest::get)
                .filter(Objects::nonNull)
                .map(Change::at)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** Since when every change is remembered. */
    Instant rememberedSince() {
        return forgotten.at();
    }

    private void forget(Change change) {
        if (change.equals(latest.get(change.key()))) {
            forgotten = change;
            latest.remove(change.key());
        }
    }
}
