package press.broadsheet.sync;

import java.util.List;
import java.util.stream.Stream;

/**
 * The newest changes, as all listeners share them.
 *
 * @param since what lies behind this number is here
 * @param upTo and up to this one; later changes have not been told on this node
 */
record Recent(long since, long upTo, List<ToldChange> changes) {
    /** A listener that is further behind is too slow; one that comes back reads from the log until it is here. */
    static final int MOST = 1_000;

    static Recent from(long number) {
        return new Recent(number, number, List.of());
    }

    /** With what came after, and without the oldest beyond the limit. */
    Recent plus(List<ToldChange> later, long newUpTo) {
        List<ToldChange> all = Stream.concat(changes.stream(), later.stream()).toList();
        int dropped = Math.max(0, all.size() - MOST);
        long newSince = dropped == 0 ? since : all.get(dropped - 1).number();
        return new Recent(newSince, newUpTo, all.subList(dropped, all.size()));
    }

    boolean reachesBackTo(long number) {
        return number >= since;
    }

    /** Those behind a number, oldest first. */
    List<ToldChange> after(long number) {
        int first = changes.size();
        while (first > 0 && changes.get(first - 1).number() > number) {
            first--;
        }
        return changes.subList(first, changes.size());
    }
}
