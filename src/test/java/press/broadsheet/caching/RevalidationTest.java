package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static press.broadsheet.caching.Exchange.get;
import static press.broadsheet.caching.Exchange.header;
import static press.broadsheet.caching.Exchange.send;
import static press.broadsheet.caching.Exchange.text;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import press.broadsheet.content.Changed;

/** Asking again for what has not changed costs no load; what has changed is never called unchanged. */
@QuarkusTest
class RevalidationTest {
    @Inject
    Event<Changed> changed;

    private final String name = UUID.randomUUID().toString();
    private final String path = "news/" + name;

    @Test
    void asking_again_for_what_has_not_changed_costs_no_load() {
        String tag = header(get(path), "ETag");
        int loads = NewsProbe.LOADS.get();

        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-Modified-Since", "Sun, 01 Mar 2026 08:15:31 GMT")
                        .statusCode())
                .isEqualTo(304);
        assertThat(send("HEAD", path, "If-None-Match", tag).join().statusCode()).isEqualTo(304);

        assertThat(NewsProbe.LOADS).hasValue(loads);
    }

    @Test
    void who_has_something_else_is_answered_in_full() {
        get(path);

        assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void a_change_to_any_key_is_seen_by_the_next_request() {
        for (String key : List.of("news-" + name, "list-" + name)) {
            String tag = header(get(path), "ETag");
            NewsProbe.NEWS.put(name, "news of " + key);
            changed.fire(new Changed(Set.of(key, "another"), 1));

            HttpResponse<byte[]> answer = get(path, "If-None-Match", tag);

            assertThat(answer.statusCode()).as(key).isEqualTo(200);
            assertThat(text(answer)).contains("news of " + key);
        }
    }

    @Test
    void a_change_to_other_keys_costs_no_load() {
        String tag = header(get(path), "ETag");
        int loads = NewsProbe.LOADS.get();
        changed.fire(new Changed(Set.of("news-" + UUID.randomUUID()), 1));

        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(NewsProbe.LOADS).hasValue(loads);
    }

    @Test
    void what_has_the_same_bytes_after_a_change_is_304_after_one_load() {
        String tag = header(get(path), "ETag");
        changed.fire(new Changed(Set.of("news-" + name), 1));
        int loads = NewsProbe.LOADS.get();

        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(NewsProbe.LOADS).hasValue(loads + 1);
    }

    /**
     * The race that caches lose: a load has read the old state, then the change is announced, then the load is kept. Seen to
     * fail with the newest change asked for when the validator is kept, instead of when its load began.
     */
    @Test
    void a_load_that_began_before_a_change_is_not_kept_beyond_it() throws InterruptedException {
        NewsProbe.NEWS.put(name, "old");
        NewsProbe.Hold hold = new NewsProbe.Hold();
        NewsProbe.HOLDS.put(name, hold);
        CompletableFuture<HttpResponse<byte[]>> slow = send("GET", path);
        assertThat(hold.loaded().await(10, TimeUnit.SECONDS)).isTrue();

        NewsProbe.HOLDS.remove(name);
        NewsProbe.NEWS.put(name, "new");
        changed.fire(new Changed(Set.of("news-" + name), 1));
        hold.release().countDown();
        HttpResponse<byte[]> old = slow.join();
        HttpResponse<byte[]> answer = get(path, "If-None-Match", header(old, "ETag"));

        assertThat(text(old)).contains("old");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).contains("new");
    }

    /** Numbers of the change log are given out before commit: a smaller one can become visible after a greater one. */
    @Test
    void a_change_that_is_announced_late_counts_from_then() {
        changed.fire(new Changed(Set.of("another"), 12));
        String tag = header(get(path), "ETag");
        NewsProbe.NEWS.put(name, "news");
        changed.fire(new Changed(Set.of("news-" + name), 11));

        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    /** B39: the spelling of a question makes no second entry. */
    @Test
    void a_hundred_spellings_of_one_question_are_known_as_one() {
        String tag = header(get(path + "?section=world&tag=a&tag=b"), "ETag");
        int loads = NewsProbe.LOADS.get();
        List<String> parameters = new ArrayList<>(List.of("section=world", "tag=a", "tag=b", "limit=20"));
        Random random = new Random(39);
        for (int i = 0; i < 100; i++) {
            Collections.shuffle(parameters, random);
            List<String> spelling = random.nextBoolean()
                    ? parameters
                    : parameters.stream()
                            .filter(each -> !each.startsWith("limit"))
                            .toList();
            String query = String.join("&", spelling).replace("world", random.nextBoolean() ? "world" : "%77orld");

            assertThat(get(path + "?" + query, "If-None-Match", tag).statusCode())
                    .as(query)
                    .isEqualTo(304);
        }

        assertThat(NewsProbe.LOADS).hasValue(loads);
    }

    @Test
    void another_question_is_not_known_with_it() {
        get(path + "?section=world");
        int loads = NewsProbe.LOADS.get();

        get(path + "?section=city", "If-None-Match", "*");
        get(path + "?limit=21", "If-None-Match", "*");
        get(path + "%3Fsection=world", "If-None-Match", "*");

        assertThat(NewsProbe.LOADS).hasValue(loads + 3);
    }
}
