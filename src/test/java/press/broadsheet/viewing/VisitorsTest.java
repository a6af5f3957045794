package press.broadsheet.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class VisitorsTest {
    private static final Duration WINDOW = Duration.ofMinutes(30);
    private static final String BROWSER = "Firefox";

    private final Hand clock = new Hand();
    private final Visitors visitors = new Visitors(clock, new Few(1000, 3, 2));

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-23T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void a_visitor_is_known_for_one_window_and_forgotten_after_two() {
        pass(WINDOW.dividedBy(2));
        assertThat(isFirst("a", "192.0.2.1")).isTrue();
        pass(WINDOW.minusSeconds(1));
        assertThat(isFirst("a", "192.0.2.1")).isFalse();
        pass(WINDOW.plusSeconds(2));
        assertThat(isFirst("a", "192.0.2.1")).isTrue();
    }

    @Test
    void after_a_quiet_time_everybody_is_new() {
        isFirst("a", "192.0.2.1");
        pass(WINDOW.multipliedBy(2).plusSeconds(1));

        assertThat(isFirst("a", "192.0.2.1")).isTrue();
    }

    @Test
    void article_address_and_browser_make_the_difference() {
        assertThat(isFirst("a", "192.0.2.1")).isTrue();
        assertThat(isFirst("b", "192.0.2.1")).isTrue();
        assertThat(isFirst("a", "192.0.2.2")).isTrue();
        assertThat(visitors.isFirst("a", "192.0.2.1", "Chrome")).isTrue();
    }

    @Test
    void the_salt_of_another_day_knows_nobody() {
        clock.now = Instant.parse("2026-11-23T23:59:59Z");
        isFirst("a", "192.0.2.1");
        pass(Duration.ofSeconds(2));

        assertThat(isFirst("a", "192.0.2.1")).isTrue();
    }

    @Test
    void ten_times_as_many_visitors_as_it_remembers_are_still_told_apart() {
        int first = 0;
        for (int visitor = 0; visitor < 10_000; visitor++) {
            first += visitors.isFirst("a", "192.0.2.1", "browser " + visitor) ? 1 : 0;
        }

        assertThat(first).isGreaterThan(9_950);
        assertThat(visitors.isFirst("a", "192.0.2.1", "browser 9999")).isFalse();
    }

    @Test
    void a_full_buffer_takes_no_further_article_but_goes_on_counting_those_it_has() {
        ViewBuffer buffer = new ViewBuffer(clock, new Few(1000, 3, 2));
        assertThat(buffer.add(null, "one")).isTrue();
        assertThat(buffer.add(null, "two")).isTrue();
        assertThat(buffer.hasRoomFor("three")).isFalse();
        assertThat(buffer.hasRoomFor("two")).isTrue();
        assertThat(buffer.add(null, "three")).isFalse();
        assertThat(buffer.add(new UUID(0, 1), "known")).isTrue();
        assertThat(buffer.add(new UUID(0, 2), "known-too")).isFalse();
        assertThat(buffer.add(null, "two")).isTrue();

        assertThat(buffer.drain(1).views().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(4);
        assertThat(buffer.add(null, "three")).isTrue();
    }

    private boolean isFirst(String article, String address) {
        return visitors.isFirst(article, address, BROWSER);
    }

    private void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }
}
