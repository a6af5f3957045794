package press.broadsheet.purging;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import press.broadsheet.content.Changed;

/**
 * Purges what changes touch, in the order of the change log, at once and {@link PurgeConfig#again again}. One node does it for all;
 * if it stops, another goes on. While the cache can't be told, nothing is skipped, and it is asked less and less often.
 */
@ApplicationScoped
class Purging {
    private static final Logger LOG = Logger.getLogger(Purging.class);
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;
    private static final long POLL_MILLIS = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final long SECONDS_TO_FINISH = 5;

    private final PurgeConfig config;
    private final PurgeProgress progress;
    private final PurgeRequests requests;
    private final Counter keys;
    private final Counter failures;
    // Quarkus's scheduler does not go below a second.
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "purging"));
    private final AtomicBoolean lookDue = new AtomicBoolean();

    /** How long to leave the cache alone, zero while it answers; and until when, as System.nanoTime() counts. */
    private Duration pause = Duration.ZERO;

    private long pauseEnds;
    private ScheduledFuture<?> rounds;

    Purging(PurgeConfig config, PurgeProgress progress, PurgeRequests requests, MeterRegistry meters) {
        this.config = config;
        this.progress = progress;
        this.requests = requests;
        this.keys = Counter.builder("broadsheet.purge.keys")
                .description("Keys that the cache in front was told to drop")
                .register(meters);
        this.failures = Counter.builder("broadsheet.purge.failures")
                .description("Attempts to tell it that failed")
                .register(meters);
    }

    void start(@Observes @Priority(AFTER_ALL_OTHERS) StartupEvent started) {
        if (config.dialect().isPresent()) {
            PurgeRequests.url(config);
            rounds = looking.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (rounds != null) {
            rounds.cancel(false);
        }
        looking.shutdown();
        looking.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    }

    /** The caches of this node have dropped by now what the change touched, so the cache in front gets a new answer from it. */
    void note(@Observes @Priority(AFTER_ALL_OTHERS) Changed change) {
        if (config.dialect().isPresent() && !looking.isShutdown() && lookDue.compareAndSet(false, true)) {
            looking.execute(this::look);
        }
    }

    private void look() {
        lookDue.set(false);
        if (!pause.isZero() && System.nanoTime() - pauseEnds < 0) {
            return;
        }
        try {
            int most = config.dialect().orElseThrow().most();
            purgeAll(() -> progress.first(most), progress::firstReached);
            purgeAll(() -> progress.again(config.again(), most), progress::againReached);
            pause = Duration.ZERO;
        } catch (RuntimeException failed) {
            failed(failed);
        }
    }

    private void purgeAll(Supplier<Optional<PurgeProgress.Part>> round, Consumer<PurgeProgress.Part> reached) {
        while (QuarkusTransaction.requiringNew().call(() -> purge(round, reached))) {
            // There may be more.
        }
    }

    /** The transaction keeps other nodes away, and ends without a trace if the cache does not say yes. */
    private boolean purge(Supplier<Optional<PurgeProgress.Part>> round, Consumer<PurgeProgress.Part> reached) {
        Optional<PurgeProgress.Part> part = round.get();
        part.ifPresent(next -> {
            requests.send(next.keys());
            reached.accept(next);
            keys.increment(next.keys().size());
        });
        return part.isPresent();
    }

    private void failed(RuntimeException failure) {
        failures.increment();
        if (pause.isZero()) {
            // Said once for each outage.
            LOG.warn("The cache in front can't be told what to drop; it is once it answers", failure);
        }
        pause = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        pauseEnds = System.nanoTime() + pause.toNanos();
    }
}
