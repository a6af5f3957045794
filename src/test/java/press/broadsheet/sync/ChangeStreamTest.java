package press.broadsheet.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.ws.rs.sse.OutboundSseEvent;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.testing.Newsroom;

/** What a client learns that listens. */
@QuarkusTest
class ChangeStreamTest {
    /** A second is promised; a machine that is busy with other things may take longer. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Newsroom newsroom;
    private final ChangeStream stream;
    private final ToldChanges changes;

    @TestHTTPResource
    URI server;

    ChangeStreamTest(Newsroom newsroom, ChangeStream stream, ToldChanges changes) {
        this.newsroom = newsroom;
        this.stream = stream;
        this.changes = changes;
    }

    private record Settings(Duration keepAlive, int mostListeners) implements StreamConfig {}

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
        await().until(() -> stream.recent().upTo() >= changes.newest());
    }

    @Test
    void an_event_comes_soon_after_the_write_and_is_an_item_of_the_list() throws Exception {
        String start = Newsroom.read("/v1/changes?from=now").getString("page.next");
        try (Listening listening = Listening.to(server, "")) {
            await().until(() -> !listening.lines().isEmpty());
            newsroom.anArticle("Secret").in("news").created();
            newsroom.anArticle("Night trains return").in("news").published();

            await().atMost(SOON).until(() -> !listening.told().isEmpty());
            assertThat(listening.told()).containsExactly("publish article night-trains-return");
            String item = given().get("/v1/changes?cursor=" + start).asString();
            assertThat(item).contains(listening.data().get(0));
            assertThat(listening.lines()).contains("event:change", "id:" + listening.lastEventId());
        }
    }

    @Test
    void what_another_node_wrote_comes_when_this_node_knows_of_it() throws Exception {
        try (Listening listening = Listening.to(server, "")) {
            await().until(() -> !listening.lines().isEmpty());
            String list = given().get("/v1/authors").header("ETag");
            newsroom.rows(
                    "select append_change('publish', 'author', null, 'bo', array['changes', 'authors'], true, 'other', null)");

            await().atMost(SOON).until(() -> !listening.told().isEmpty());
            assertThat(listening.told()).containsExactly("publish author bo");
            assertThat(given().header("If-None-Match", list).get("/v1/authors").header("Server-Timing"))
                    .as("asked anew, not known from before")
                    .isNotNull()
                    .doesNotContain("0 statements");
        }
    }

    @Test
    void who_comes_back_gets_what_was_missed_once() throws Exception {
        String place;
        try (Listening listening = Listening.to(server, "")) {
            await().until(() -> listening.lastEventId() != null);
            place = listening.lastEventId();
        }
        newsroom.tag("topic", "Rail");
        newsroom.tag("topic", "Road");
        try (Listening again = Listening.to(server, "", "Last-Event-ID", place)) {
            await().until(() -> again.told().size() == 2);
            newsroom.tag("topic", "Sea");
            await().atMost(SOON).until(() -> again.told().size() == 3);
            assertThat(again.told()).containsExactly("publish tag rail", "publish tag road", "publish tag sea");
        }
        try (Listening other = Listening.to(server, "?cursor=" + place)) {
            await().until(() -> other.told().size() == 3);
        }
    }

    /** Far more than all share, so that it comes out of the log, page by page. */
    @Test
    void a_long_absence_is_caught_up_with_while_others_write() throws Exception {
        int missed = Recent.MOST + 250;
        String place = Newsroom.read("/v1/changes?from=now").getString("page.next");
        newsroom.rows(
                "select append_change('update', 'article', gen_random_uuid(), n::text, array['changes'], true, 'other', null) from generate_series(1, %d) n"
                        .formatted(missed));
        await().until(() -> stream.recent().upTo() >= changes.newest());

        try (Listening listening = Listening.to(server, "", "Last-Event-ID", place)) {
            newsroom.tag("topic", "Rail");
            await().until(() -> listening.data().size() == missed + 1);
            assertThat(listening.told())
                    .startsWith(IntStream.rangeClosed(1, missed)
                            .mapToObj(number -> "update article " + number)
                            .toArray(String[]::new))
                    .endsWith("publish tag rail");
        }
    }

    @Test
    void a_listener_hears_only_of_what_it_asked_for() throws Exception {
        try (Listening listening = Listening.to(server, "?type=author&kind=publish")) {
            await().until(() -> !listening.lines().isEmpty());
            newsroom.tag("topic", "Rail");
            newsroom.author("Ada");

            await().atMost(SOON).until(() -> !listening.told().isEmpty());
            assertThat(listening.told()).containsExactly("publish author ada");
        }
    }

    @Test
    void a_stream_is_neither_kept_nor_compressed_nor_collected() throws Exception {
        try (Listening listening = Listening.to(server, "", "Accept-Encoding", "gzip")) {
            assertThat(listening.status()).isEqualTo(200);
            assertThat(listening.header("Content-Type")).isEqualTo("text/event-stream");
            assertThat(listening.header("Cache-Control")).isEqualTo("no-store, no-transform");
            assertThat(listening.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(listening.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(listening.header("X-Request-Id")).isNotBlank();
            assertThat(listening.header("Content-Length")).isNull();
            assertThat(listening.header("Content-Encoding")).isIn(null, "identity");
            await().until(() -> listening.lines().contains("retry:2000"));
        }
    }

    @Test
    void what_can_not_be_followed_is_refused() {
        assertThat(given().get("/v1/changes/stream?type=draft").statusCode()).isEqualTo(400);
        assertThat(given().get("/v1/changes/stream?limit=5").statusCode()).isEqualTo(400);
        assertThat(given().header("Last-Event-ID", "17")
                        .get("/v1/changes/stream")
                        .statusCode())
                .isEqualTo(400);
        assertThat(given().accept("application/json").get("/v1/changes/stream").statusCode())
                .isEqualTo(406);
        assertThat(given().head("/v1/changes/stream").statusCode()).isEqualTo(200);
    }

    @Test
    void no_more_listen_than_may() {
        ChangeStream full = new ChangeStream(changes, new Settings(Duration.ofSeconds(15), 0));

        assertThatThrownBy(full::admit).isInstanceOf(ProblemException.class).hasMessageContaining("/v1/changes");
    }

    @Test
    void listeners_leave_when_they_close() throws Exception {
        int before = stream.listening();
        try (Listening listening = Listening.to(server, "")) {
            await().until(() -> stream.listening() == before + 1);
            assertThat(listening.hasEnded()).isFalse();
        }
        newsroom.tag("topic", "Rail");
        await().until(() -> stream.listening() == before);
    }

    @Test
    void listeners_are_ended_in_order_when_the_server_stops() throws Exception {
        try (Listening listening = Listening.to(server, "")) {
            await().until(() -> !listening.lines().isEmpty());

            stream.endAll();

            await().until(listening::hasEnded);
            assertThat(stream.listening()).isZero();
        }
    }

    @Test
    void a_client_that_takes_nothing_is_cut_off_and_nothing_is_kept_for_it() {
        AtomicInteger cuts = new AtomicInteger();
        Listener stuck = new Listener(stream, 0, ChangeFilter.NONE, null, cuts::incrementAndGet);
        int before = stream.listening();
        stuck.subscribe(new Deaf());
        assertThat(stream.listening()).isEqualTo(before + 1);

        stuck.keepAlive();
        assertThat(cuts).hasValue(0);
        stuck.keepAlive();

        assertThat(cuts).hasValue(1);
        assertThat(stream.listening()).isEqualTo(before);
    }

    @Test
    void a_quiet_listener_is_kept_awake_and_moved_past_what_it_did_not_ask_for() throws Exception {
        try (Listening listening = Listening.to(server, "?type=author")) {
            await().until(() -> !listening.lines().isEmpty());
            String place = listening.lastEventId();
            newsroom.tag("topic", "Rail");
            await().until(() -> stream.recent().upTo() >= changes.newest());

            stream.keepAlive();

            await().until(() -> !place.equals(listening.lastEventId()));
            assertThat(listening.lines()).contains(":");
            assertThat(listening.told()).isEmpty();
        }
    }

    /** Takes nothing. */
    private static final class Deaf implements Subscriber<OutboundSseEvent> {
        @Override
        public void onSubscribe(Subscription subscription) {
            assertThat(subscription).isNotNull();
        }

        @Override
        public void onNext(OutboundSseEvent event) {
            throw new AssertionError("It asked for nothing.");
        }

        @Override
        public void onError(Throwable fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void onComplete() {
            throw new AssertionError("It is cut off.");
        }
    }
}
