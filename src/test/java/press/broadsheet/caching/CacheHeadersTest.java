package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.caching.KeptAnswersTest.SetClock;
import press.broadsheet.caching.KeptAnswersTest.Settings;
import press.broadsheet.conditional.Coding;
import press.broadsheet.conditional.Validator;
import press.broadsheet.query.CanonicalRequest;
import press.broadsheet.query.DeclaredDefaults;

class CacheHeadersTest {
    private final SetClock clock = new SetClock();
    private Instant scheduled;
    private final CacheHeaders headers =
            new CacheHeaders(Settings.withMemory(0), () -> Optional.ofNullable(scheduled), clock);

    @ParameterizedTest
    @CsvSource({
        "PT1H, 10, 30",
        "PT40S, 10, 30",
        "PT39.9S, 10, 29",
        "PT10S, 10, 0",
        "PT9.999S, 9, 0",
        "PT0.5S, 0, 0",
        "PT0S, 0, 0",
        "PT-5S, 0, 0"
    })
    void nothing_is_fresh_beyond_what_is_scheduled(Duration untilHorizon, int maxAge, int staleWhileRevalidate) {
        assertThat(cacheControl(Optional.empty(), clock.now.plus(untilHorizon)))
                .isEqualTo("public, max-age=%d, stale-while-revalidate=%d, stale-if-error=86400"
                        .formatted(maxAge, staleWhileRevalidate));
    }

    @Test
    void a_resource_s_own_time_is_clipped_too() {
        Optional<Duration> minute = Optional.of(Duration.ofMinutes(1));

        assertThat(cacheControl(minute, Instant.MAX)).startsWith("public, max-age=60, stale-while-revalidate=30,");
        assertThat(cacheControl(minute, clock.now.plusSeconds(20)))
                .startsWith("public, max-age=20, stale-while-revalidate=0,");
    }

    @Test
    void what_was_scheduled_after_the_load_clips_it_too() {
        scheduled = clock.now.plusSeconds(4);

        assertThat(cacheControl(Optional.empty(), Instant.MAX))
                .startsWith("public, max-age=4, stale-while-revalidate=0,");
    }

    @Test
    void of_too_many_keys_the_coarse_ones_stay() {
        List<String> keys = Stream.concat(
                        Stream.of("list-articles"), IntStream.range(0, 500).mapToObj(i -> "article-" + i))
                .toList();

        Map<String, String> all = headers(Optional.empty(), Instant.MAX, keys);

        assertThat(all.get("Surrogate-Key"))
                .startsWith("list-articles article-0 ")
                .hasSizeBetween(3_900, 4_000);
        assertThat(all.get("Cache-Tag")).isEqualTo(all.get("Surrogate-Key").replace(' ', ','));
    }

    private String cacheControl(Optional<Duration> fresh, Instant horizon) {
        return headers(fresh, horizon, List.of("list-articles")).get("Cache-Control");
    }

    private Map<String, String> headers(Optional<Duration> fresh, Instant horizon, List<String> keys) {
        Policy policy = new Policy(true, fresh, fresh, true, new DeclaredDefaults(Map.of()), "");
        Load load = new Load(new CanonicalRequest("/a", "", Map.of()), policy, 0, horizon);
        Validator validator = new Validator("tag", clock.now, keys);
        return headers.of(KeptAnswer.of(load, validator, Map.of(), new byte[0], clock.now), Coding.IDENTITY);
    }
}
