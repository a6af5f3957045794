package press.broadsheet.dispatch;

import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/**
 * Up to where this node has been told of the change log without a gap: its caches have dropped what those changes touched.
 * A node is told of its own changes at once and of others' within a poll, so that a later one may come first; and numbers
 * have gaps, where a transaction was rolled back. So the log itself is asked which number comes next.
 */
@ApplicationScoped
class Told {
    private static final int BATCH = 1_000;

    private final Session session;
    private final NavigableSet<Long> numbers = new ConcurrentSkipListSet<>();
    private volatile long upTo;

    Told(Session session) {
        this.session = session;
    }

    /** Begins with what there is: a node that starts has nothing in its caches. In a transaction. */
    void start() {
        upTo = session.createNativeQuery("select coalesce(max(number), 0) from change", Long.class)
                .getSingleResult();
    }

    /** To be called when all others that observe the change have. */
    void note(long number) {
        numbers.add(number);
    }

    /** Goes on as far as possible. In a transaction. */
    long advance() {
        List<Long> next;
        do {
            next = session.createNativeQuery(
                            "select number from change where number > :told order by number limit :batch", Long.class)
                    .setParameter("told", upTo)
                    .setParameter("batch", BATCH)
                    .getResultList();
        } while (goOn(next) == BATCH);
        numbers.headSet(upTo, true).clear();
        return upTo;
    }

    private int goOn(List<Long> next) {
        int count = 0;
        while (count < next.size() && numbers.contains(next.get(count))) {
            upTo = next.get(count);
            count++;
        }
        return count;
    }

    /** The number that was reached. */
    long upTo() {
        return upTo;
    }
}
