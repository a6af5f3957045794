package press.broadsheet.dispatch;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import press.broadsheet.dispatch.Lanes.Attempt;
import press.broadsheet.dispatch.Lanes.Lane;
import press.broadsheet.outbound.Answer;
import press.broadsheet.outbound.Answer.Failure;
import press.broadsheet.webhook.Sending;
import press.broadsheet.webhook.Webhook;
import press.broadsheet.webhook.WebhookEditing;
import press.broadsheet.webhook.WebhookRepository;

/** Sends what is due to one webhook, one event after another. */
@ApplicationScoped
class LaneServing {
    private static final Logger LOG = Logger.getLogger(LaneServing.class);

    private final Lanes lanes;
    private final Told told;
    private final WebhookRepository webhooks;
    private final WebhookEditing editing;
    private final Sending sending;
    private final Clock clock;
    private final MeterRegistry metrics;

    LaneServing(
            Lanes lanes,
            Told told,
            WebhookRepository webhooks,
            WebhookEditing editing,
            Sending sending,
            Clock clock,
            MeterRegistry metrics) {
        this.lanes = lanes;
        this.told = told;
        this.webhooks = webhooks;
        this.editing = editing;
        this.sending = sending;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Until nothing is due, the lane is lost, or this node goes. Each step has a transaction of its own; the sending has none. */
    void serve(Lane lane, BooleanSupplier goOn) {
        try {
            Optional<Attempt> next;
            do {
                next = QuarkusTransaction.requiringNew().call(() -> lanes.next(lane, told.upTo()));
                next.ifPresent(this::attempt);
            } while (next.isPresent() && goOn.getAsBoolean());
            QuarkusTransaction.requiringNew().run(() -> lanes.leave(lane));
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "Sending to webhook %s stopped; it goes on when the lease has ended", lane.webhook());
        }
    }

    private void attempt(Attempt attempt) {
        Optional<Webhook> webhook = QuarkusTransaction.requiringNew()
                .call(() -> webhooks.findByIdOptional(attempt.lane().webhook()));
        // Otherwise it was removed a moment ago, and its deliveries with it.
        webhook.ifPresent(present -> attempt(attempt, present));
    }

    private void attempt(Attempt attempt, Webhook webhook) {
        Answer answer = answer(attempt, webhook);
        Outcome outcome = Outcome.of(
                answer,
                attempt.attempt(),
                clock.instant(),
                ThreadLocalRandom.current().nextDouble());
        QuarkusTransaction.requiringNew().run(() -> settle(attempt, outcome));
        metrics.counter("broadsheet.webhook.attempts", "outcome", answer.isSuccess() ? "delivered" : "failed")
                .increment();
    }

    /** What fails here fails for this event only, and is tried again like everything else. */
    private Answer answer(Attempt attempt, Webhook webhook) {
        try {
            return sending.send(webhook, attempt.delivery(), attempt.event());
        } catch (RuntimeException failed) {
            LOG.warnf(failed, "Delivery %s was not sent", attempt.delivery());
            return Answer.none(Failure.INTERNAL);
        }
    }

    private void settle(Attempt attempt, Outcome outcome) {
        if (lanes.settle(attempt, outcome) && outcome.disabled() != null) {
            editing.disable(attempt.lane().webhook(), outcome.disabled());
        }
    }
}
