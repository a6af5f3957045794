package press.broadsheet.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import press.broadsheet.caching.Horizon;
import press.broadsheet.content.Changed;
import press.broadsheet.content.Keys;
import press.broadsheet.scheduling.Announcing.Moment;

/**
 * Knows when the next article appears or goes by the clock alone, and has it announced when it has. Looks at that instant,
 * after every change of articles, and twice a second, so that what another node scheduled is known in time; while a look is
 * due, nothing is promised.
 */
@ApplicationScoped
class Transitions implements Horizon {
    private static final Logger LOG = Logger.getLogger(Transitions.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Announcing announcing;
    // Quarkus's scheduler does not go below a second.
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "transitions"));
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile Instant next = Instant.MIN;
    private Future<?> round;
    private boolean failing;

    Transitions(Announcing announcing) {
        this.announcing = announcing;
    }

    @Override
    public Optional<Instant> nextTransition() {
        Instant instant = next;
        return Instant.MAX.equals(instant) ? Optional.empty() : Optional.of(instant);
    }

    void start(@Observes StartupEvent started) {
        looking.execute(this::round);
    }

    void stop(@Observes ShutdownEvent stopping) {
        looking.shutdownNow();
    }

    void note(@Observes Changed change) {
        if (change.keys().contains(Keys.ARTICLES)) {
            next = Instant.MIN;
            // Of many changes in a row the first one's look is enough, if it has not begun.
            if (called.compareAndSet(false, true)) {
                looking.execute(this::round);
            }
        }
    }

    /** One look, and the appointment for the next one; always on the one thread. */
    private void round() {
        called.set(false);
        if (round != null) {
            round.cancel(false);
        }
        Duration pause = look();
        round = looking.schedule(this::round, pause.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    /** @return how long nothing will happen by what is known now */
    private Duration look() {
        try {
            Moment moment = announcing.moment();
            if (moment.due()) {
                announcing.announce();
                moment = announcing.moment();
            }
            failing = false;
            next = Optional.ofNullable(moment.next()).orElse(Instant.MAX);
            return pause(moment);
        } catch (RuntimeException unreachable) {
            // Said once for each outage.
            if (!failing) {
                LOG.warn("What is scheduled can't be read or announced; it will be once it can", unreachable);
            }
            failing = true;
            return LONGEST_PAUSE;
        }
    }

    private static Duration pause(Moment moment) {
        if (moment.due()) {
            return Duration.ZERO;
        }
        Duration rest = moment.next() == null ? LONGEST_PAUSE : Duration.between(moment.now(), moment.next());
        return rest.compareTo(LONGEST_PAUSE) < 0 ? rest : LONGEST_PAUSE;
    }
}
