package press.broadsheet.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** Blocks of days hold each day once, the newest first, as the database counts days too. */
@QuarkusTest
class DaysTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

    private final Newsroom newsroom;

    DaysTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void every_day_falls_into_one_block_and_later_days_into_earlier_ones() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            Instant newest = NOW.minus(Duration.ofDays(random.nextInt(2000)));
            List<String> blocks = Days.from(newest, EVER);
            int before = -1;
            for (int days : List.of(0, 1, 2, 5, 17, 70, 300, 1500, 7000, 40_000, 700_000)) {
                List<Integer> places = places(blocks, newest.minus(Duration.ofDays(days)));
                assertThat(places).as("%s less %d days", newest, days).hasSize(1);
                assertThat(places.get(0)).isGreaterThanOrEqualTo(before);
                before = places.get(0);
            }
            assertThat(places(blocks, newest.plus(Duration.ofDays(1)))).isEmpty();
        }
    }

    @Test
    void blocks_begin_with_days_and_are_few() {
        assertThat(Days.from(NOW, EVER)).hasSizeLessThan(45).startsWith("'=d0.739942'");
        assertThat(Days.from(NOW, NOW)).containsExactly("'=d0.739942'");
        assertThat(Days.from(NOW, NOW.plus(Duration.ofDays(1)))).isEmpty();
    }

    /** Which of some blocks an instant falls into, as the database says. */
    private List<Integer> places(List<String> blocks, Instant instant) {
        String days = (String) newsroom.rows("select array_to_string(search_days('%s'), ' ')".formatted(instant))
                .get(0)
                .get(0);
        List<Integer> places = new ArrayList<>();
        for (String day : days.split(" ", -1)) {
            if (blocks.contains("'" + day + "'")) {
                places.add(blocks.indexOf("'" + day + "'"));
            }
        }
        return places;
    }
}
