package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static press.broadsheet.caching.Exchange.get;
import static press.broadsheet.caching.Exchange.header;
import static press.broadsheet.caching.Exchange.send;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** What is scheduled is neither early nor late for a cache's sake. */
@QuarkusTest
@TestProfile(HorizonTest.WithSchedule.class)
class HorizonTest {
    public static class WithSchedule implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Schedule.class);
        }
    }

    /** The next transition is what a test says it is. */
    @Alternative
    @Singleton
    static class Schedule implements Horizon {
        private volatile Instant next;

        void next(Instant instant) {
            next = instant;
        }

        @Override
        public Optional<Instant> nextTransition() {
            return Optional.ofNullable(next);
        }
    }

    @Inject
    Schedule schedule;

    @Inject
    Clock clock;

    private final String name = UUID.randomUUID().toString();
    private final String path = "news/" + name;

    @Test
    void an_answer_is_fresh_until_then_at_most() {
        schedule.next(clock.instant().plusSeconds(9));
        HttpResponse<byte[]> answer = get(path);

        assertThat(header(answer, "Cache-Control"))
                .matches("public, max-age=[0-9], stale-while-revalidate=[0-9], stale-if-error=86400");
        assertThat(header(get(path, "If-None-Match", header(answer, "ETag")), "Cache-Control"))
                .matches("public, max-age=[0-9], stale-while-revalidate=[0-9], stale-if-error=86400");
    }

    @Test
    void what_was_loaded_before_is_not_fresh_after_and_not_known() throws InterruptedException {
        schedule.next(clock.instant().plusMillis(500));
        NewsProbe.Hold hold = new NewsProbe.Hold();
        NewsProbe.HOLDS.put(name, hold);
        CompletableFuture<HttpResponse<byte[]>> slow = send("GET", path);
        assertThat(hold.loaded().await(10, TimeUnit.SECONDS)).isTrue();

        NewsProbe.HOLDS.remove(name);
        TimeUnit.MILLISECONDS.sleep(600);
        schedule.next(null);
        hold.release().countDown();
        HttpResponse<byte[]> old = slow.join();
        int loads = NewsProbe.LOADS.get();
        get(path, "If-None-Match", header(old, "ETag"));

        assertThat(header(old, "Cache-Control")).startsWith("public, max-age=0, stale-while-revalidate=0,");
        assertThat(NewsProbe.LOADS).hasValue(loads + 1);
    }
}
