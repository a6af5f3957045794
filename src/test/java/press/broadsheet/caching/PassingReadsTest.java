package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static press.broadsheet.caching.Exchange.get;
import static press.broadsheet.caching.Exchange.header;
import static press.broadsheet.caching.Exchange.text;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** What changes by itself is kept for its seconds; all other tests do without, since they ask for it as soon as it changed. */
@QuarkusTest
@TestProfile(PassingReadsTest.KeptForSeconds.class)
class PassingReadsTest {
    public static class KeptForSeconds implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("broadsheet.caching.passing-memory", "8M");
        }
    }

    @Test
    void what_changes_by_itself_is_known_as_long_as_it_is_fresh() throws InterruptedException {
        String name = UUID.randomUUID().toString();
        String counters = "counters/" + name;
        String tag = header(get(counters), "ETag");
        NewsProbe.NEWS.put(name, "one more");

        assertThat(get(counters, "If-None-Match", tag).statusCode()).isEqualTo(304);
        TimeUnit.MILLISECONDS.sleep(1_100);
        HttpResponse<byte[]> kept = get(counters);
        assertThat(text(kept)).contains("no news");
        assertThat(header(kept, "Age")).isIn("1", "2", "3");
        TimeUnit.MILLISECONDS.sleep(3_000);
        assertThat(get(counters, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(text(get(counters))).contains("one more");
    }
}
