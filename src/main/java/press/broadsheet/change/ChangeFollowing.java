package press.broadsheet.change;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import press.broadsheet.change.ChangeLog.Appended;
import press.broadsheet.content.Changed;

/**
 * Tells this node of every change: its own after their commit and before they are answered, those of other nodes within a
 * poll of the log. Now and then a change is told twice; an observer must not mind.
 */
@ApplicationScoped
class ChangeFollowing {
    private static final Logger LOG = Logger.getLogger(ChangeFollowing.class);
    private static final int BATCH = 1_000;

    private final ChangeLog log;
    private final Event<Changed> changed;
    private final Event<Followed> followed;
    private final NodeLease lease;
    private final ChangeConfig config;
    // Quarkus's scheduler does not go below a second.
    private final ScheduledExecutorService polling =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "change-following"));
    /** Own changes that the log has yet to show. */
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    private ScheduledFuture<?> rounds;
    private volatile long seen;
    private boolean failing;

    ChangeFollowing(
            ChangeLog log, Event<Changed> changed, Event<Followed> followed, NodeLease lease, ChangeConfig config) {
        this.log = log;
        this.changed = changed;
        this.followed = followed;
        this.lease = lease;
        this.config = config;
    }

    @ActivateRequestContext
    void start(@Observes StartupEvent started) {
        seen = log.newest();
        lease.enter(seen);
        follow();
        long millis = config.pollInterval().toMillis();
        rounds = polling.scheduleWithFixedDelay(this::follow, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.cancel(false);
        polling.shutdown();
        try {
            lease.leave();
        } catch (RuntimeException unreachable) {
            LOG.info(
                    "The database can't be told that this node stops; others wait until its lease lapses", unreachable);
        }
    }

    void tellOwn(@Observes(during = TransactionPhase.AFTER_SUCCESS) Appended appended) {
        told.add(appended.change().number());
        changed.fire(appended.change());
    }

    private void follow() {
        try {
            List<Changed> changes;
            do {
                changes = log.after(seen, BATCH);
                changes.forEach(this::tell);
                told.removeIf(number -> number <= seen);
                if (!changes.isEmpty()) {
                    followed.fire(new Followed(seen));
                }
            } while (changes.size() == BATCH);
            lease.followed(seen);
            failing = false;
        } catch (RuntimeException unreachable) {
            // Said once for each outage, not four times a second. Nothing need be forgotten: the log still holds what
            // is
            // missing, and until it has been read the lease is not held.
            if (!failing) {
                LOG.warn(
                        "The change log can't be followed; until it can, nothing is answered from memory", unreachable);
            }
            failing = true;
        }
    }

    private void tell(Changed change) {
        if (!told.contains(change.number())) {
            changed.fire(change);
        }
        seen = change.number();
    }
}
