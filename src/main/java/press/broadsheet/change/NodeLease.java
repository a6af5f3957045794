package press.broadsheet.change;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import press.broadsheet.content.Ids;
import press.broadsheet.content.Lease;
import press.broadsheet.database.EmbeddedConfigSourceFactory;

/**
 * This node's row in the table {@code node}: how far it has followed the log, and until when it may answer from memory, by the
 * database's clock. Here the time since the renewal was sent is measured (not the time of day, so that a process that was
 * stopped knows it as soon as it runs again): what is held here always ends before what the row says.
 *
 * <p>A renewal counts only once the log has been read after it. Otherwise a node whose lease had lapsed could come back with
 * what it read before a change, when those who made the change no longer wait for it. After C. Gray and D. Cheriton, Leases,
 * 1989. Written by the one thread that follows the log.
 */
@ApplicationScoped
class NodeLease implements Lease {
    private final Session session;
    private final Duration length;
    private final String name;
    private final UUID id = Ids.next();
    private final boolean sole = EmbeddedConfigSourceFactory.isInUse();

    // Both as System.nanoTime() counts.
    private volatile long heldUntil = System.nanoTime();
    private long granted = heldUntil;
    private long renewed = heldUntil;
    private long confirmed = -1;

    NodeLease(Session session, ChangeConfig config) {
        this.session = session;
        length = config.lease();
        // Process and host.
        name = config.nodeName()
                .orElseGet(() -> ManagementFactory.getRuntimeMXBean().getName());
    }

    @Override
    public boolean isHeld() {
        return System.nanoTime() - heldUntil < 0;
    }

    /**
     * With the embedded database, which listens on this machine alone, is this process's child and ends with it: while this process
     * can't reach it, nobody can. An external one may be cut off from this node and not from others.
     */
    @Override
    public boolean isSole() {
        return sole;
    }

    /** Forgets the nodes that went without a word a day ago, and enters this one. */
    void enter(long seen) {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                        "delete from node where lease_until < now() - interval '1 day'")
                .executeUpdate());
        renew(seen);
    }

    /** The log has been read up to its end, and told: what was renewed before holds now, and the others are told how far. */
    void followed(long seen) {
        heldUntil = granted;
        if (seen > confirmed || System.nanoTime() - renewed > length.toNanos() / 5) {
            renew(seen);
        }
    }

    /** Gives it back: nobody need wait for this node any more. */
    void leave() {
        heldUntil = System.nanoTime();
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery("delete from node where id = :id")
                .setParameter("id", id)
                .executeUpdate());
    }

    private void renew(long seen) {
        long now = System.nanoTime();
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery("""
                        insert into node (id, name, confirmed, lease_until)
                        values (:id, :name, :confirmed, clock_timestamp() + cast(:length as interval))
                        on conflict (id) do update
                            set confirmed = excluded.confirmed, lease_until = excluded.lease_until""")
                .setParameter("id", id)
                .setParameter("name", name)
                .setParameter("confirmed", seen)
                .setParameter("length", length.toString())
                .executeUpdate());
        renewed = now;
        granted = now + length.toNanos();
        confirmed = seen;
    }
}
