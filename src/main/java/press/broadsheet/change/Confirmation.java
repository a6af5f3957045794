package press.broadsheet.change;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

/** Waits until a change has reached every node: for what must be nowhere before the answer says that it is nowhere. */
@ApplicationScoped
public class Confirmation {
    /** Nodes look for changes four times a second; to ask oftener than this would not be answered sooner. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Session session;

    Confirmation(Session session) {
        this.session = session;
    }

    /** What a node is to one who waits for it. */
    private enum Answer {
        CONFIRMED,
        LAPSED,
        OUTSTANDING
    }

    private record Node(String name, Answer answer) {}

    /**
     * Blocks until every node has dropped what a change made stale, or may no longer answer from memory, or the deadline is
     * over. While all nodes run that takes a poll of the log (a quarter of a second), with one that is cut off as long as its
     * lease (5 seconds), unless configured otherwise.
     *
     * @param number the change, as {@link ChangeLog#append} answered
     * @return how things stand in the end; incomplete after the deadline
     * @throws jakarta.transaction.TransactionalException in a transaction: nobody confirms what is not committed
     */
    @ActivateRequestContext
    @Transactional(TxType.NEVER)
    public Confirmed await(long number, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        Confirmed state = look(number);
        while (!state.isComplete() && System.nanoTime() - end < 0 && pause()) {
            state = look(number);
        }
        return state;
    }

    private Confirmed look(long number) {
        List<Object[]> rows = session.createNativeQuery("""
                        select name, confirmed >= :number, lease_until <= clock_timestamp()
                        from node
                        order by name""", Object[].class)
                .setParameter("number", number)
                .getResultList();
        var nodes = rows.stream()
                .map(row -> new Node((String) row[0], answer((Boolean) row[1], (Boolean) row[2])))
                .collect(Collectors.groupingBy(Node::answer, Collectors.mapping(Node::name, Collectors.toList())));
        return new Confirmed(
                nodes.getOrDefault(Answer.CONFIRMED, List.of()),
                nodes.getOrDefault(Answer.LAPSED, List.of()),
                nodes.getOrDefault(Answer.OUTSTANDING, List.of()));
    }

    private static Answer answer(boolean confirmed, boolean lapsed) {
        if (confirmed) {
            return Answer.CONFIRMED;
        }
        return lapsed ? Answer.LAPSED : Answer.OUTSTANDING;
    }

    /** @return false if nobody wants to wait any longer */
    private static boolean pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
