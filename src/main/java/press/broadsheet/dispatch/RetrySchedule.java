package press.broadsheet.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When what failed is tried again: the schedule that Standard Webhooks 1.0 proposes, spread by up to a tenth later. */
final class RetrySchedule {
    /** Before each attempt, counted from the one before. */
    private static final List<Duration> WAITS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** What failed together should not come back together. */
    private static final double SPREAD = 0.1;

    private RetrySchedule() {}

    /**
     * How long to wait after so many attempts; empty if they were all there are.
     *
     * @param chance from 0 to 1, another one each time
     */
    static Optional<Duration> after(int attempts, double chance) {
        if (attempts >= WAITS.size()) {
            return Optional.empty();
        }
        Duration wait = WAITS.get(attempts);
        return Optional.of(wait.plusMillis((long) (wait.toMillis() * SPREAD * chance)));
    }
}
