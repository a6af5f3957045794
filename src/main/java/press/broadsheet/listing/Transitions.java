package press.broadsheet.listing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import press.broadsheet.caching.Horizon;
import press.broadsheet.content.Changed;
import press.broadsheet.content.Keys;

/**
 * Knows when the next article appears or goes by the clock alone, and announces it when the instant has come: to the caches a
 * change like any other. Looked up after every change of articles, and every second, so that what another node scheduled is
 * known in time; while a look is due, nothing is promised.
 */
@ApplicationScoped
class Transitions implements Horizon {
    private static final Logger LOG = Logger.getLogger(Transitions.class);

    private final ArticleListing listing;
    private final Event<Changed> changed;
    private final Clock clock;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "transitions"));
    private volatile Instant next = Instant.MIN;
    private volatile Future<?> round;
    /** The last that was looked up and has not come yet; for the thread that looks alone. */
    private Instant awaited = Instant.MAX;

    Transitions(ArticleListing listing, Event<Changed> changed, Clock clock) {
        this.listing = listing;
        this.changed = changed;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextTransition() {
        Instant instant = next;
        return Instant.MAX.equals(instant) ? Optional.empty() : Optional.of(instant);
    }

    void start(@Observes StartupEvent started) {
        look();
        round = looking.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        round.cancel(false);
        looking.shutdownNow();
    }

    void note(@Observes Changed change) {
        if (change.keys().contains(Keys.ARTICLES)) {
            next = Instant.MIN;
            looking.execute(this::look);
        }
    }

    private void look() {
        try {
            boolean come = !awaited.isAfter(clock.instant());
            awaited = listing.nextTransition().orElse(Instant.MAX);
            next = awaited;
            if (come) {
                changed.fire(new Changed(Set.of(Keys.ARTICLES), Changed.BY_TIME));
            }
        } catch (RuntimeException unreachable) {
            LOG.debug("The next transition is not known", unreachable);
        }
    }
}
