package press.broadsheet.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import press.broadsheet.outbound.Answer;
import press.broadsheet.webhook.Disabled;

/**
 * What follows from the answer to an attempt.
 *
 * @param status what the receiver answered; null if it did not
 * @param error null for a success
 * @param nextAttemptAt null if there is none
 * @param pausedUntil until when nothing at all is sent to this receiver; null if that goes on
 * @param disabled why nothing is sent to it any more; null if that goes on
 */
record Outcome(
        DeliveryState state,
        Integer status,
        DeliveryError error,
        Instant nextAttemptAt,
        Instant pausedUntil,
        Disabled disabled) {
    /** Too much at once, or out of order behind a proxy: the next event would fare no better. */
    private static final Set<Integer> OVERLOADED = Set.of(429, 502, 503, 504);

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /**
     * @param attempts how many there were with this one
     * @param chance from 0 to 1, another one each time
     */
    static Outcome of(Answer answer, int attempts, Instant now, double chance) {
        DeliveryError error = DeliveryError.of(answer);
        if (error == null) {
            return new Outcome(DeliveryState.DELIVERED, answer.status(), null, null, null, null);
        }
        if (error == DeliveryError.GONE) {
            return new Outcome(DeliveryState.FAILED, answer.status(), error, null, null, Disabled.GONE);
        }
        Instant paused = pause(answer).map(now::plus).orElse(null);
        return RetrySchedule.after(attempts, chance)
                .map(wait -> new Outcome(
                        DeliveryState.PENDING, answer.status(), error, later(now.plus(wait), paused), paused, null))
                .orElseGet(() ->
                        new Outcome(DeliveryState.FAILED, answer.status(), error, null, null, Disabled.EXHAUSTED));
    }

    private static Optional<Duration> pause(Answer answer) {
        if (answer.status() == null || !OVERLOADED.contains(answer.status())) {
            return Optional.empty();
        }
        Duration asked = answer.retryAfter() == null ? PAUSE : answer.retryAfter();
        return Optional.of(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
    }

    private static Instant later(Instant one, Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
