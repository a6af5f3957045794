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

    /** Appends many changes in their order: the same as one by one, in two statements. */
    public void appendAll(List<Change> all) {
        session.flush();
        // Apart from the numbering: a statement sees nothing of what was committed while it waited for the lock.
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(7230001)", Integer.class)
                .getSingleResult();
        List<Long> numbers = session.createNativeQuery("""
                        insert into change (number, kind, type, id, slug, keys, visible, actor, request_id)
                        select nextval('change_number'), kind, type, id, slug, string_to_array(keys, ' '), visible, :actor, :request
                        from (select * from unnest(:kinds, :types, :ids, :slugs, :keys, :visible) with ordinality
                                as given (kind, type, id, slug, keys, visible, place)
                              order by place) given
                        returning number""", Long.class)
                .setParameter(
                        "kinds",
                        all.stream().map(change -> change.kind().code()).toArray(String[]::new))
                .setParameter("types", all.stream().map(Change::type).toArray(String[]::new))
                .setParameter("ids", all.stream().map(Change::id).toArray(UUID[]::new))
                .setParameter("slugs", all.stream().map(Change::slug).toArray(String[]::new))
                .setParameter(
                        "keys",
                        all.stream()
                                .map(change -> String.join(" ", change.touched()))
                                .toArray(String[]::new))
                .setParameter("visible", all.stream().map(Change::visible).toArray(Boolean[]::new))
                .setParameter("actor", actor.name())
                .setParameter("request", (String) MDC.get("requestId"), String.class)
                .getResultList();
        for (int index = 0; index < all.size(); index++) {
            appended.fire(new Appended(new Changed(all.get(index).touched(), numbers.get(index))));
        }
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
