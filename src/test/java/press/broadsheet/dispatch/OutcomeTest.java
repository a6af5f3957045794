package press.broadsheet.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import press.broadsheet.outbound.Answer;
import press.broadsheet.outbound.Answer.Failure;
import press.broadsheet.webhook.Disabled;

class OutcomeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void what_was_taken_is_delivered() {
        Outcome outcome = Outcome.of(new Answer(202, null, null), 3, NOW, 0);

        assertThat(outcome).isEqualTo(new Outcome(DeliveryState.DELIVERED, 202, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "301, REDIRECT",
        "399, REDIRECT",
        "304, REDIRECT",
        "400, STATUS",
        "404, STATUS",
        "500, STATUS",
        "101, STATUS"
    })
    void what_was_not_is_sent_again(int status, DeliveryError error) {
        Outcome outcome = Outcome.of(new Answer(status, null, null), 1, NOW, 0);

        assertThat(outcome)
                .isEqualTo(new Outcome(DeliveryState.PENDING, status, error, NOW.plusSeconds(5), null, null));
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void every_failure_has_its_name_and_is_sent_again(Failure failure) {
        Outcome outcome = Outcome.of(Answer.none(failure), 2, NOW, 0);

        assertThat(outcome.error().name()).isEqualTo(failure.name());
        assertThat(outcome.nextAttemptAt()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void who_is_gone_is_sent_nothing_more() {
        Outcome outcome = Outcome.of(new Answer(410, null, null), 1, NOW, 0);

        assertThat(outcome)
                .isEqualTo(new Outcome(DeliveryState.FAILED, 410, DeliveryError.GONE, null, null, Disabled.GONE));
    }

    @Test
    void after_the_tenth_attempt_it_is_given_up() {
        Outcome outcome = Outcome.of(Answer.none(Failure.TIMEOUT), 10, NOW, 0);

        assertThat(outcome.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(outcome.nextAttemptAt()).isNull();
        assertThat(outcome.disabled()).isEqualTo(Disabled.EXHAUSTED);
    }

    @ParameterizedTest
    @CsvSource({"429,, 30", "502,, 30", "503, 120, 120", "504, 1, 1", "429, 86400, 3600"})
    void who_is_overloaded_is_left_alone_for_a_while_but_not_for_ever(int status, Long asked, long paused) {
        Duration retryAfter = asked == null ? null : Duration.ofSeconds(asked);
        Outcome outcome = Outcome.of(new Answer(status, null, retryAfter), 1, NOW, 0);

        assertThat(outcome.pausedUntil()).isEqualTo(NOW.plusSeconds(paused));
        assertThat(outcome.nextAttemptAt()).isEqualTo(NOW.plusSeconds(Math.max(paused, 5)));
    }

    @Test
    void who_is_only_wrong_is_not_left_alone() {
        assertThat(Outcome.of(new Answer(500, null, Duration.ofMinutes(1)), 1, NOW, 0)
                        .pausedUntil())
                .isNull();
    }
}
