package press.broadsheet.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    @Test
    void it_is_that_of_standard_webhooks() {
        assertThat(IntStream.range(0, 10)
                        .mapToObj(attempts -> RetrySchedule.after(attempts, 0).orElseThrow()))
                .containsExactly(
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
        assertThat(RetrySchedule.after(10, 0)).isEmpty();
        assertThat(RetrySchedule.after(11, 0)).isEmpty();
    }

    @Test
    void it_is_spread_by_a_tenth_and_never_early() {
        assertThat(RetrySchedule.after(3, 0.5)).contains(Duration.ofSeconds(1890));
        assertThat(RetrySchedule.after(3, 1)).contains(Duration.ofMinutes(33));
    }
}
