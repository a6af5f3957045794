package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static press.broadsheet.caching.Exchange.get;
import static press.broadsheet.caching.Exchange.header;
import static press.broadsheet.caching.Exchange.send;
import static press.broadsheet.caching.Exchange.text;
import static press.broadsheet.caching.Exchange.unzipped;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.content.Changed;
import press.broadsheet.testing.Newsroom;

/** Asking again costs no load, and nobody can tell from the answer; some answers are never kept. */
@QuarkusTest
class KeptReadsTest {
    private static final String AUTHORIZATION = "Bearer " + Newsroom.KEY;

    /** They belong to one request. */
    private static final Set<String> OF_REQUEST = Set.of("x-request-id", "date", "cache-status");

    @Inject
    Event<Changed> changed;

    private final String name = UUID.randomUUID().toString();
    private final String path = "news/" + name;

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void a_kept_answer_is_the_same_as_a_loaded_one(String coding) {
        HttpResponse<byte[]> loaded = get(path + "?pretty&section=world", "Accept-Encoding", coding);
        assertThat(header(loaded, "Cache-Status")).isEqualTo("broadsheet; fwd=miss; stored");
        int loads = NewsProbe.LOADS.get();
        HttpResponse<byte[]> kept = get(path + "?pretty&section=world", "Accept-Encoding", coding);
        HttpResponse<byte[]> respelt = get(path + "?section=world&pretty", "Accept-Encoding", coding);

        assertThat(NewsProbe.LOADS).hasValue(loads);
        for (HttpResponse<byte[]> again : List.of(kept, respelt)) {
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(loaded.body());
            assertThat(headers(again)).as(again.uri().toString()).isEqualTo(headers(loaded));
            assertThat(header(again, "Cache-Status")).isEqualTo("broadsheet; hit");
        }
        assertThat(headers(send("HEAD", path + "?pretty&section=world", "Accept-Encoding", coding)
                        .join()))
                .isEqualTo(headers(loaded));
    }

    @Test
    void a_304_is_the_same_whoever_says_it() {
        String tag = header(get(path), "ETag");
        HttpResponse<byte[]> early = get(path, "If-None-Match", tag);
        // Another spelling is answered by the REST stack the first time.
        HttpResponse<byte[]> late = get(path + "?limit=20", "If-None-Match", tag);

        assertThat(early.statusCode()).isEqualTo(304);
        assertThat(headers(early)).isEqualTo(headers(late));
    }

    @Test
    void each_coding_is_kept_with_the_other() {
        String plain = text(get(path));
        int loads = NewsProbe.LOADS.get();

        assertThat(unzipped(get(path, "Accept-Encoding", "gzip"))).isEqualTo(plain);
        assertThat(text(get(path))).isEqualTo(plain);
        assertThat(NewsProbe.LOADS).hasValue(loads);
    }

    @Test
    void a_changed_answer_is_loaded_anew() {
        get(path);
        NewsProbe.NEWS.put(name, "news at last");
        changed.fire(new Changed(Set.of("news-" + name), 1));

        assertThat(text(get(path))).contains("news at last");
        assertThat(text(get(path))).contains("news at last");
    }

    @Test
    void what_cannot_be_accepted_is_refused_though_it_is_kept() {
        get(path);

        assertThat(get(path, "Accept", "text/html").statusCode()).isEqualTo(406);
        assertThat(get(path, "Accept", "application/json;q=0").statusCode()).isEqualTo(406);
        assertThat(get(path, "Accept", "text/html, */*;q=0.8").statusCode()).isEqualTo(200);
    }

    @Test
    void what_a_known_path_does_not_take_is_refused_though_the_rest_is_kept() {
        get(path);

        assertThat(get(path + "?colour=red").statusCode()).isEqualTo(400);
        assertThat(send("POST", path).join().statusCode()).isEqualTo(200);
        assertThat(header(send("OPTIONS", path).join(), "Allow")).contains("GET");
    }

    @Test
    void what_is_asked_for_with_a_key_is_neither_kept_nor_taken_from_what_is_kept() {
        HttpResponse<byte[]> personal = get(path, "Authorization", AUTHORIZATION);
        int loads = NewsProbe.LOADS.get();
        get(path);
        HttpResponse<byte[]> again = get(path, "Authorization", AUTHORIZATION);

        assertThat(NewsProbe.LOADS).hasValue(loads + 2);
        for (HttpResponse<byte[]> answer : List.of(personal, again)) {
            assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
            assertThat(header(answer, "ETag")).isEmpty();
        }
        assertThat(get(path, "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void errors_are_not_kept() {
        HttpResponse<byte[]> first = get("gone/" + name);
        int loads = NewsProbe.LOADS.get();

        assertThat(first.statusCode()).isEqualTo(410);
        assertThat(header(first, "ETag")).isEmpty();
        assertThat(get("gone/" + name).statusCode()).isEqualTo(410);
        assertThat(NewsProbe.LOADS).hasValue(loads + 1);
    }

    @Test
    void an_answer_with_a_header_for_one_client_is_not_kept() {
        String cookie = header(get("cookies/" + name), "Set-Cookie");

        assertThat(cookie).isNotEmpty();
        assertThat(header(get("cookies/" + name), "Set-Cookie")).isNotEmpty().isNotEqualTo(cookie);
    }

    @Test
    void what_has_no_keys_and_what_is_not_for_all_is_not_kept() {
        get("unkeyed");
        assertThat(header(get("unkeyed"), "Cache-Control")).isEqualTo("private, no-store");
        get("drafts/" + name, "Authorization", AUTHORIZATION);
        assertThat(get("drafts/" + name).statusCode()).isEqualTo(401);
    }

    private static Map<String, List<String>> headers(HttpResponse<?> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeIf(OF_REQUEST::contains);
        return headers;
    }
}
