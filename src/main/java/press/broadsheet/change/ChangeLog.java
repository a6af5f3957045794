package press.broadsheet.change;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;

import org.hibernate.Session;
import org.jboss.logging.MDC;
import press.broadsheet.access.Actor;
import press.broadsheet.content.Changed;

/** The table {@code change}. Appending belongs into the transaction of the change, as its last statement: it holds a lock until the commit. */
@ApplicationScoped
public class ChangeLog {
    private final Session session;
    private final Actor actor;
    private final Event<Appended> appended;

    ChangeLog(Session session, Actor actor, Event<Appended> appended) {
        this.session = session;
        this.actor = actor;
        this.appended = appended;
    }

    /**
     * Appends one change, with who made it; once its transaction has committed, this node is told by a {@link Changed}, the
     * others find it in the table.
     *
     * @return its number, for {@link Confirmation}
     */
    public long append(Change change) {
        session.flush();
        Set<String> touched = change.touched();
        long number = session.createNativeQuery(
                        "select append_change(:kind, :type, :id, :slug, :keys, :visible, :actor, :request)", Long.class)
                .setParameter("kind", change.kind().code())
                .setParameter("type", change.type())
                .setParameter("id", change.id(), UUID.class)
                .setParameter("slug", change.slug(), String.class)
                .setParameter("keys", touched.toArray(String[]::new))
                .setParameter("visible", change.visible())
                .setParameter("actor", actor.name())
                .setParameter("request", (String) MDC.get("requestId"), String.class)
                .getSingleResult();
        appended.fire(new Appended(new Changed(touched, number)));
        return number;
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
