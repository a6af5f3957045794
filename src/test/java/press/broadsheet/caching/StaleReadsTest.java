package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static press.broadsheet.caching.Exchange.get;
import static press.broadsheet.caching.Exchange.header;
import static press.broadsheet.caching.Exchange.text;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.content.Changed;
import press.broadsheet.content.Lease;

/** What is answered while nothing can be loaded and nothing is heard of changes. */
@QuarkusTest
@TestProfile(StaleReadsTest.WithSetLease.class)
class StaleReadsTest {
    private static final int READERS = 10;

    public static class WithSetLease implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SetLease.class);
        }
    }

    /** Is held, and this node is the only one, if a test says so. */
    @Alternative
    @Singleton
    static class SetLease implements Lease {
        private volatile boolean held = true;
        private volatile boolean sole;

        void set(boolean isHeld, boolean isSole) {
            held = isHeld;
            sole = isSole;
        }

        @Override
        public boolean isHeld() {
            return held;
        }

        @Override
        public boolean isSole() {
            return sole;
        }
    }

    @Inject
    SetLease lease;

    @Inject
    Event<Changed> changed;

    private final String name = UUID.randomUUID().toString();
    private final String path = "news/" + name;

    @AfterEach
    void recover() {
        lease.set(true, false);
        NewsProbe.FAILING.remove(name);
        get("news/anything");
    }

    @Test
    void what_was_kept_is_answered_as_long_as_nobody_else_can_have_changed_it() {
        HttpResponse<byte[]> before = get(path);
        lease.set(false, true);
        NewsProbe.FAILING.add(name);
        int loads = NewsProbe.LOADS.get();
        long began = System.nanoTime();
        List<HttpResponse<byte[]>> answers =
                Stream.generate(() -> get(path)).limit(READERS).toList();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);

        for (HttpResponse<byte[]> stale : answers) {
            assertThat(stale.statusCode()).isEqualTo(200);
            assertThat(stale.body()).isEqualTo(before.body());
            assertThat(header(stale, "ETag")).isEqualTo(header(before, "ETag"));
            assertThat(header(stale, "Content-Type")).isEqualTo(header(before, "Content-Type"));
            assertThat(header(stale, "Retry-After")).isEmpty();
            assertThat(header(stale, "Cache-Status")).matches("broadsheet; hit; ttl=-?\\d+; detail=loading-fails");
        }
        assertThat((long) NewsProbe.LOADS.get() - loads)
                .as("one in a second tries what fails")
                .isLessThanOrEqualTo(1 + seconds);
        assertThat(get(path, "If-None-Match", header(before, "ETag")).statusCode())
                .isEqualTo(304);
    }

    @Test
    void what_others_may_have_taken_down_is_not_answered() {
        get(path);
        lease.set(false, false);
        NewsProbe.FAILING.add(name);

        assertThat(get(path).statusCode()).isEqualTo(503);
    }

    @Test
    void what_has_changed_is_not_answered() {
        get(path);
        lease.set(false, true);
        changed.fire(new Changed(Set.of("news-" + name), 1));
        NewsProbe.FAILING.add(name);

        assertThat(get(path).statusCode()).isEqualTo(503);
        assertThat(get(path).statusCode()).isEqualTo(503);
    }

    @Test
    void it_is_loaded_again_as_soon_as_that_succeeds() {
        get(path);
        lease.set(false, true);
        NewsProbe.FAILING.add(name);
        get(path);
        NewsProbe.FAILING.remove(name);
        NewsProbe.NEWS.put(name, "back again");

        await().until(() -> text(get(path)).contains("back again"));
    }
}
