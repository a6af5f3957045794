package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.quarkus.runtime.configuration.MemorySize;
import org.junit.jupiter.api.Test;

class KnownValidatorsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Validator VALIDATOR = new Validator("tag", NOON, List.of("list-news", "news-1"));

    /** A clock that a test sets. */
    static final class SetClock extends Clock {
        Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    record Settings(Duration maxAge, Duration staleWhileRevalidate, Duration staleIfError, MemorySize validatorsMemory)
            implements CachingConfig {
        static Settings withMemory(long bytes) {
            return new Settings(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofDays(1),
                    new MemorySize(BigInteger.valueOf(bytes)));
        }
    }

    private final SetClock clock = new SetClock();
    private final AtomicBoolean held = new AtomicBoolean(true);
    private final KnownValidators known = new KnownValidators(Settings.withMemory(100_000), held::get, clock);

    @Test
    void a_validator_is_loaded_again_after_five_minutes() {
        Load load = load("/a", Optional.empty(), Instant.MAX);
        known.keep(load, VALIDATOR);

        clock.now = NOON.plus(Duration.ofMinutes(5)).minusMillis(1);
        assertThat(known.of(load.request())).contains(VALIDATOR);
        clock.now = NOON.plus(Duration.ofMinutes(5));
        assertThat(known.of(load.request())).isEmpty();
    }

    @Test
    void a_validator_holds_no_longer_than_until_something_scheduled_happens() {
        Load load = load("/a", Optional.empty(), NOON.plusSeconds(3));
        known.keep(load, VALIDATOR);

        clock.now = NOON.plusMillis(2_999);
        assertThat(known.of(load.request())).contains(VALIDATOR);
        clock.now = NOON.plusSeconds(3);
        assertThat(known.of(load.request())).isEmpty();
    }

    @Test
    void a_load_during_which_something_scheduled_happened_is_not_kept() {
        Load load = load("/a", Optional.empty(), NOON.plusSeconds(3));
        clock.now = NOON.plusSeconds(4);
        known.keep(load, VALIDATOR);

        assertThat(known.of(load.request())).isEmpty();
    }

    @Test
    void nothing_is_known_while_changes_may_be_missing_and_nothing_is_forgotten() {
        Load load = load("/a", Optional.empty(), Instant.MAX);
        known.keep(load, VALIDATOR);

        held.set(false);
        assertThat(known.of(load.request())).isEmpty();
        held.set(true);
        assertThat(known.of(load.request())).contains(VALIDATOR);
    }

    @Test
    void memory_is_bounded() {
        List<Load> loads = IntStream.range(0, 10_000)
                .mapToObj(i -> load("/" + i, Optional.empty(), Instant.MAX))
                .toList();
        loads.forEach(load -> known.keep(load, VALIDATOR));

        await().untilAsserted(() -> assertThat(loads)
                .filteredOn(load -> known.of(load.request()).isPresent())
                .hasSizeBetween(50, 200));
    }

    private Load load(String path, Optional<Duration> fresh, Instant horizon) {
        Policy policy = new Policy(true, fresh, fresh, new DeclaredDefaults(Map.of()), "");
        return new Load(new CanonicalRequest(path, "", Map.of()), policy, known.newestChange(), horizon);
    }
}
