package press.broadsheet.dispatch;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import press.broadsheet.content.Changed;
import press.broadsheet.dispatch.Lanes.Lane;
import press.broadsheet.webhook.WebhookConfig;

/**
 * Keeps events going out. One thread makes deliveries of changes and looks for what is due, at once after a change and
 * otherwise in turns; each webhook with something due has a thread of its own until nothing is, so that a receiver that hangs
 * keeps nobody else waiting.
 */
@ApplicationScoped
class WebhookDispatch {
    private static final Logger LOG = Logger.getLogger(WebhookDispatch.class);
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;
    private static final long SECONDS_TO_FINISH = 5;

    private final Told told;
    private final Outbox outbox;
    private final Lanes lanes;
    private final LaneServing serving;
    private final WebhookConfig config;
    // Quarkus's scheduler does not go below a second.
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "webhook-dispatch"));
    // No more than there are webhooks.
    private final ExecutorService senders = Executors.newCachedThreadPool(task -> new Thread(task, "webhook-sender"));
    private final AtomicBoolean lookDue = new AtomicBoolean();

    private ScheduledFuture<?> rounds;
    private volatile boolean stopping;
    private boolean failing;

    WebhookDispatch(Told told, Outbox outbox, Lanes lanes, LaneServing serving, WebhookConfig config) {
        this.told = told;
        this.outbox = outbox;
        this.lanes = lanes;
        this.serving = serving;
        this.config = config;
    }

    /** When the change log is already being followed. */
    void start(@Observes @Priority(AFTER_ALL_OTHERS) StartupEvent started) {
        QuarkusTransaction.requiringNew().run(told::start);
        long millis = config.pollInterval().toMillis();
        rounds = looking.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** What is under way may finish; what does not is sent again by whoever takes over when its lease has ended. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        rounds.cancel(false);
        looking.shutdown();
        looking.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
        senders.shutdown();
        senders.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    }

    /** The caches of this node have dropped by now what the change touched. */
    void note(@Observes @Priority(AFTER_ALL_OTHERS) Changed change) {
        told.note(change.number());
        lookSoon();
    }

    private void lookSoon() {
        if (!stopping && lookDue.compareAndSet(false, true)) {
            looking.execute(this::look);
        }
    }

    private void look() {
        lookDue.set(false);
        try {
            long upTo = QuarkusTransaction.requiringNew().call(told::advance);
            while (QuarkusTransaction.requiringNew().call(() -> outbox.fanOut(upTo)) > 0) {
                // There may be more.
            }
            QuarkusTransaction.requiringNew()
                    .call(() -> lanes.take(upTo))
                    .forEach(lane -> senders.execute(() -> serve(lane)));
            failing = false;
        } catch (RuntimeException unreachable) {
            // Said once for each outage, not twice a second.
            if (!failing && !stopping) {
                LOG.warn("Events can't be sent to webhooks; they are once the database can be reached", unreachable);
            }
            failing = true;
        }
    }

    private void serve(Lane lane) {
        serving.serve(lane, () -> !stopping);
        // Something may have become due while the lane was being left.
        lookSoon();
    }
}
