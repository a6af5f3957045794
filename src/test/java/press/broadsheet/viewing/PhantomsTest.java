package press.broadsheet.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import press.broadsheet.content.Reference;

/** What made-up ids may take up: a bounded place in memory, none of it that of what is real. */
class PhantomsTest {
    private static final int SENT = 1_000_000;
    private static final int UNFAMILIAR = 1_000;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ViewingConfig config = new Few(4_000_000, 100_000, UNFAMILIAR);
    private final ViewBuffer buffer = new ViewBuffer(Clock.systemUTC(), config);
    private final ViewCounting counting = new ViewCounting(new Visitors(Clock.systemUTC(), config), buffer, metrics);

    @Test
    void a_million_made_up_ids_between_two_flushes_take_no_more_room_than_a_few() {
        UUID real = new UUID(1, 1);
        counting.learn(Map.of("story", real), 0);
        Random random = new Random(44);

        for (int view = 0; view < SENT; view++) {
            counting.count(
                    new Reference(new UUID(random.nextLong(), random.nextLong()).toString()), "192.0.2.1", "Firefox");
        }
        counting.count(new Reference("story"), "192.0.2.1", "Firefox");

        assertThat(counted("taken")).isEqualTo(UNFAMILIAR + 1);
        assertThat(counted("overflow")).isEqualTo(SENT - UNFAMILIAR);
        ViewBatch waiting = buffer.drain(1);
        assertThat(waiting.views()).hasSize(UNFAMILIAR + 1);
        assertThat(waiting.hours(Map.of()))
                .extracting(ViewRecording.Hour::article)
                .containsExactly(real);
    }

    private double counted(String outcome) {
        return metrics.counter("broadsheet.views", "outcome", outcome).count();
    }
}
