package press.broadsheet.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.webhook.Event;
import press.broadsheet.webhook.WebhookConfig;

/**
 * Who sends to which webhook. A node that takes a lane has it until its lease ends, and renews that before each attempt; by the
 * number of its turn it is known, so that one whose lease ended writes nothing any more. Every method needs a transaction.
 */
@ApplicationScoped
class Lanes {
    /** Beyond the attempt itself: for asking for the host's addresses, and for the database. */
    private static final Duration MARGIN = Duration.ofSeconds(40);

    private final Session session;
    private final Clock clock;
    private final Duration lease;

    Lanes(Session session, Clock clock, WebhookConfig config) {
        this.session = session;
        this.clock = clock;
        this.lease = config.timeout().plus(MARGIN);
    }

    /** The right to send to a webhook. */
    record Lane(UUID webhook, long turn) {}

    /**
     * An event on its way.
     *
     * @param delivery what the receiver knows it by
     * @param attempt the first is 1
     */
    record Attempt(Lane lane, UUID delivery, int attempt, Event event) {}

    /** The webhooks to which something is due and nobody sends; theirs are the changes up to a number of the log. */
    List<Lane> take(long upTo) {
        Instant now = clock.instant();
        return session
                .createNativeQuery("""
                        update webhook set turn = turn + 1, leased_until = :lease
                        where id in (
                            select id from webhook w
                            where disabled is null and leased_until <= :now and paused_until <= :now
                              and exists (select from webhook_delivery d
                                          where d.webhook_id = w.id and d.state = 'pending'
                                            and d.next_attempt_at <= :now and d.number <= :upTo)
                            for update skip locked)
                        returning id, turn""", Object[].class)
                .setParameter("now", now)
                .setParameter("lease", now.plus(lease))
                .setParameter("upTo", upTo)
                .getResultList()
                .stream()
                .map(row -> new Lane((UUID) row[0], (Long) row[1]))
                .toList();
    }

    /** The first of what is due on a lane, in the order of the log; empty also if the lane is no longer this node's. */
    Optional<Attempt> next(Lane lane, long upTo) {
        Instant now = clock.instant();
        int renewed = session.createNativeMutationQuery("""
                        update webhook set leased_until = :lease
                        where id = :webhook and turn = :turn and disabled is null and paused_until <= :now""")
                .setParameter("lease", now.plus(lease))
                .setParameter("webhook", lane.webhook())
                .setParameter("turn", lane.turn())
                .setParameter("now", now)
                .executeUpdate();
        return renewed == 0 ? Optional.empty() : due(lane, upTo, now);
    }

    private Optional<Attempt> due(Lane lane, long upTo, Instant now) {
        return session.createNativeQuery("""
                        update webhook_delivery set attempts = attempts + 1, attempted_at = :now
                        where id = (
                            select id from webhook_delivery
                            where webhook_id = :webhook and state = 'pending'
                              and next_attempt_at <= :now and number <= :upTo
                            order by number, id limit 1)
                        returning id, attempts, event, at, number, subject, slug""", Object[].class)
                .setParameter("webhook", lane.webhook())
                .setParameter("now", now)
                .setParameter("upTo", upTo)
                .getResultStream()
                .map(row -> new Attempt(
                        lane,
                        (UUID) row[0],
                        (Integer) row[1],
                        new Event((String) row[2], (Instant) row[3], (Long) row[4], (UUID) row[5], (String) row[6])))
                .findFirst();
    }

    /**
     * Writes down what came of an attempt.
     *
     * @return false if the lane has gone to another node, or the event was asked for again: then nothing was written
     */
    boolean settle(Attempt attempt, Outcome outcome) {
        if (!isHeld(attempt.lane())) {
            return false;
        }
        if (outcome.pausedUntil() != null) {
            pause(attempt.lane(), outcome.pausedUntil());
        }
        return session.createNativeMutationQuery("""
                        update webhook_delivery
                        set state = :state, status = :status, error = :error, next_attempt_at = :again
                        where id = :id and attempts = :attempt and state = 'pending'""")
                        .setParameter("state", outcome.state().code())
                        .setParameter("status", outcome.status(), Integer.class)
                        .setParameter(
                                "error",
                                outcome.error() == null ? null : outcome.error().code(),
                                String.class)
                        .setParameter("again", outcome.nextAttemptAt(), Instant.class)
                        .setParameter("id", attempt.delivery())
                        .setParameter("attempt", attempt.attempt())
                        .executeUpdate()
                == 1;
    }

    /** The webhook first, as everybody locks it who locks both. */
    private boolean isHeld(Lane lane) {
        return !session.createNativeQuery(
                        "select 1 from webhook where id = :webhook and turn = :turn for update", Integer.class)
                .setParameter("webhook", lane.webhook())
                .setParameter("turn", lane.turn())
                .getResultList()
                .isEmpty();
    }

    private void pause(Lane lane, Instant until) {
        session.createNativeMutationQuery("update webhook set paused_until = :until where id = :webhook")
                .setParameter("until", until)
                .setParameter("webhook", lane.webhook())
                .executeUpdate();
    }

    /** Others may send. */
    void leave(Lane lane) {
        session.createNativeMutationQuery(
                        "update webhook set leased_until = '-infinity' where id = :webhook and turn = :turn")
                .setParameter("webhook", lane.webhook())
                .setParameter("turn", lane.turn())
                .executeUpdate();
    }
}
