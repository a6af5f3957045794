package press.broadsheet.viewing;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import press.broadsheet.content.Ids;

/**
 * Writes the views that wait, about every second, and the rest when the process is told to stop. A batch whose writing failed may
 * have been written all the same; it is sent again as it was, under its number, until it is known to be stored, and what comes in
 * meanwhile waits in the buffer.
 */
@ApplicationScoped
class ViewFlushing {
    private static final Logger LOG = Logger.getLogger(ViewFlushing.class);
    private static final int LONGEST_FLUSH_SECONDS = 15;

    /** Another one for each start of a process: it does not know what the process before it had sent. */
    private final UUID node = Ids.next();

    private final ViewBuffer buffer;
    private final ViewRecording recording;
    private final ViewCounting counting;
    private final ViewingConfig config;
    private final ScheduledExecutorService flushing =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "view-flushing"));

    private ScheduledFuture<?> rounds;
    private ViewBatch pending;
    private long number;
    private boolean failing;

    ViewFlushing(ViewBuffer buffer, ViewRecording recording, ViewCounting counting, ViewingConfig config) {
        this.buffer = buffer;
        this.recording = recording;
        this.counting = counting;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        long millis = config.flushInterval().toMillis();
        rounds = flushing.scheduleWithFixedDelay(this::flush, millis, millis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        rounds.cancel(false);
        flushing.shutdown();
        // A flush that is on its way is waited for; then comes what failed before, then what is left.
        if (flushing.awaitTermination(LONGEST_FLUSH_SECONDS, TimeUnit.SECONDS)) {
            flush();
            flush();
        }
    }

    synchronized void flush() {
        if (pending == null) {
            pending = buffer.drain(number + 1);
        }
        if (pending.isEmpty()) {
            pending = null;
            return;
        }
        try {
            write(pending);
            number = pending.number();
            pending = null;
            failing = false;
        } catch (RuntimeException unreachable) {
            // Said once for each outage, not every second.
            if (!failing) {
                LOG.warn("Views can't be written; they wait in memory until they can", unreachable);
            }
            failing = true;
        }
    }

    private void write(ViewBatch batch) {
        QuarkusTransaction.requiringNew()
                .call(() -> recording.add(node, batch))
                .ifPresent(found -> counting.learn(found, batch.unknown(found)));
    }
}
