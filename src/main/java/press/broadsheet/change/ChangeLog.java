package press.broadsheet.change;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;

import org.hibernate.Session;
import press.broadsheet.content.Changed;

/** The table {@code change}. Appending belongs into the transaction of the change, as its last statement: it holds a lock until the commit. */
@ApplicationScoped
public class ChangeLog {
    private final Session session;
    private final Event<Appended> appended;

    ChangeLog(Session session, Event<Appended> appended) {
        this.session = session;
        this.appended = appended;
    }

    /**
     * Appends one change; once its transaction has committed, this node is told by a {@link Changed}, the others find it in
     * the table.
     *
     * @param slug the thing's slug at that moment, null where it has none
     * @param keys what the change touches, of {@link press.broadsheet.content.Keys}
     */
    public void append(ChangeKind kind, UUID id, String slug, Set<String> keys) {
        session.flush();
        Number number = (Number) session.createNativeQuery("select append_change(?1, ?2, ?3, ?4)", Long.class)
                .setParameter(1, kind.code())
                .setParameter(2, id)
                .setParameter(3, slug)
                .setParameter(4, keys.toArray(String[]::new))
                .getSingleResult();
        appended.fire(new Appended(new Changed(keys, number.longValue())));
    }

    /** What was appended behind a number, oldest first. */
    @ActivateRequestContext
    List<Changed> after(long number, int limit) {
        List<Object[]> rows = session.createNativeQuery(
                        "select number, keys from change where number > ?1 order by number limit ?2", Object[].class)
                .setParameter(1, number)
                .setParameter(2, limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Changed(Set.copyOf(List.of((String[]) row[1])), ((Number) row[0]).longValue()))
                .toList();
    }

    long newest() {
        return ((Number) session.createNativeQuery("select coalesce(max(number), 0) from change", Long.class)
                        .getSingleResult())
                .longValue();
    }

    /** A change that stands in an open transaction. */
    record Appended(Changed change) {}
}
