package press.broadsheet.purging;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** How far the change log has been purged, for all nodes together. */
@ApplicationScoped
class PurgeProgress {
    private static final String FIRST = "first";
    private static final String AGAIN = "again";
    private static final int BATCH = 1_000;

    private final Session session;

    PurgeProgress(Session session) {
        this.session = session;
    }

    /**
     * Some changes that follow each other.
     *
     * @param number of the last one
     * @param keys what they touched, each once
     */
    record Part(long number, List<String> keys) {}

    /**
     * The next changes, as long as this transaction lasts for this node alone; none if there is none, or another node has them. What
     * is older than any cache may keep an answer, a day, is left out.
     *
     * @param most how many keys a part may have, unless one change alone touched more
     */
    Optional<Part> first(int most) {
        return from(FIRST).flatMap(number -> following(number, Long.MAX_VALUE, most));
    }

    /**
     * The same for the second round.
     *
     * @param after how long ago the first must have been there
     */
    Optional<Part> again(Duration after, int most) {
        return from(AGAIN).flatMap(number -> following(number, reached(after), most));
    }

    private Optional<Long> from(String round) {
        return session.createNativeQuery(
                        "select number from purge_progress where round = :round for update skip locked", Long.class)
                .setParameter("round", round)
                .uniqueResultOptional();
    }

    private long reached(Duration before) {
        return session.createNativeQuery("""
                        select coalesce(max(number), 0)
                        from purge_reached
                        where at <= clock_timestamp() - make_interval(secs => :before)""", Long.class)
                .setParameter("before", before.toMillis() / 1000.0)
                .getSingleResult();
    }

    private Optional<Part> following(long number, long last, int most) {
        List<Object[]> changes = session.createNativeQuery("""
                        select number, keys
                        from change
                        where number > :number and number <= :last
                          and at > clock_timestamp() - interval '1 day'
                        order by number
                        limit :batch""", Object[].class)
                .setParameter("number", number)
                .setParameter("last", last)
                .setParameter("batch", BATCH)
                .getResultList();
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Set<String> keys = new LinkedHashSet<>();
        long reached = number;
        for (Object[] change : changes) {
            List<String> touched = Arrays.asList((String[]) change[1]);
            if (!keys.isEmpty() && keys.size() + touched.size() > most) {
                break;
            }
            keys.addAll(touched);
            reached = ((Number) change[0]).longValue();
        }
        return Optional.of(new Part(reached, List.copyOf(keys)));
    }

    /** Notes that the first round is through with a part; in the transaction in which it was found. */
    void firstReached(Part part) {
        reached(FIRST, part);
        session.createNativeMutationQuery("insert into purge_reached (number) values (:number)")
                .setParameter("number", part.number())
                .executeUpdate();
    }

    /** The same for the second round. */
    void againReached(Part part) {
        reached(AGAIN, part);
        session.createNativeMutationQuery("delete from purge_reached where number <= :number")
                .setParameter("number", part.number())
                .executeUpdate();
    }

    private void reached(String round, Part part) {
        session.createNativeMutationQuery("update purge_progress set number = :number where round = :round")
                .setParameter("number", part.number())
                .setParameter("round", round)
                .executeUpdate();
    }
}
