package press.broadsheet.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Hook;
import press.broadsheet.testing.MovableClock;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.Receiver;

/** F22: receivers that do everything wrong. */
@QuarkusTest
@TestProfile(BesideThisServer.class)
class WebhookFailureTest {
    private final Newsroom newsroom;
    private final MovableClock clock;
    private final MeterRegistry metrics;
    private final Receiver receiver = Receiver.at("127.0.0.1");

    WebhookFailureTest(Newsroom newsroom, MovableClock clock, MeterRegistry metrics) {
        this.newsroom = newsroom;
        this.clock = clock;
        this.metrics = metrics;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.sql("delete from webhook");
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
    }

    @Test
    void what_fails_is_sent_again_on_the_schedule_and_given_up_at_its_end() {
        receiver.does("/in", Receiver.answering(500));
        Hook hook = Hook.to(receiver.url("/in"));
        double failed = failed();
        newsroom.tag("topic", "Rail");
        attempted(hook, 1);
        assertThat(hook.deliveries().get(0))
                .containsEntry("state", "pending")
                .containsEntry("status", 500)
                .containsEntry("error", "status");

        List<Duration> waits = List.of(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24));
        for (int attempt = 2; attempt <= 10; attempt++) {
            Duration wait = waits.get(attempt - 2);
            // The attempt itself takes a moment.
            assertThat(secondsToNext()).isBetween(1.0 * wait.toSeconds(), 1.1 * wait.toSeconds() + 2);
            clock.advance(wait.multipliedBy(11).dividedBy(10).plusSeconds(2));
            attempted(hook, attempt);
        }

        await().until(() -> "exhausted".equals(hook.read().getString("disabled")));
        assertThat(hook.deliveries().get(0)).containsEntry("state", "failed").containsEntry("nextAttemptAt", null);
        assertThat(receiver.requestsTo("/in").stream()
                        .map(request -> request.header("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(failed()).isEqualTo(failed + 10);
        assertThat(newsroom.rows("select actor from change where type = 'webhook' and kind = 'update' and id = '"
                        + hook.id() + "'"))
                .containsExactly(List.of("broadsheet"));
    }

    @Test
    void what_comes_later_goes_on_while_something_is_to_be_sent_again() {
        receiver.does("/in", (request, connection) -> Receiver.answering(
                        request.body().contains("\"bad\"") ? 500 : 200)
                .answer(request, connection));
        Hook hook = Hook.to(receiver.url("/in"));
        newsroom.tag("topic", "Bad");
        newsroom.tag("topic", "Good");
        newsroom.tag("topic", "Better");

        await().until(() -> states(hook).equals(Map.of("bad", "pending", "good", "delivered", "better", "delivered")));
        receiver.does("/in", Receiver.answering(200));
        clock.advance(Duration.ofSeconds(6));
        await().until(() -> "delivered".equals(states(hook).get("bad")));
    }

    @Test
    void every_kind_of_failure_has_its_name() {
        receiver.does("/moved", Receiver.answering(301, "location: " + receiver.url("/target")))
                .does("/hang", Receiver.HANG)
                .does("/drip", Receiver.DRIP)
                .does("/reset", Receiver.RESET)
                .does("/wrong", Receiver.answering(404));
        Map<String, String> errors = Map.of(
                "/moved",
                "redirect",
                "/hang",
                "timeout",
                "/drip",
                "timeout",
                "/reset",
                "connection",
                "/wrong",
                "status");
        Map<String, Hook> hooks = new HashMap<>();
        errors.keySet().forEach(path -> hooks.put(path, Hook.to(receiver.url(path))));
        hooks.put("nowhere", Hook.to("http://nothing.invalid/"));
        newsroom.tag("topic", "Rail");

        errors.forEach((path, error) -> await().untilAsserted(() ->
                assertThat(hooks.get(path).deliveries().get(0)).as(path).containsEntry("error", error)));
        await().until(() ->
                "unresolved".equals(hooks.get("nowhere").deliveries().get(0).get("error")));
        assertThat(receiver.requestsTo("/target")).isEmpty();
    }

    @Test
    void who_answers_410_is_sent_nothing_more() {
        receiver.does("/in", Receiver.answering(410));
        Hook hook = Hook.to(receiver.url("/in"));
        newsroom.tag("topic", "First");
        await().until(() -> "gone".equals(hook.read().getString("disabled")));
        receiver.does("/in", Receiver.answering(200));
        newsroom.tag("topic", "Second");
        clock.advance(Duration.ofDays(1));
        Hook other = Hook.to(receiver.url("/other"));
        newsroom.tag("topic", "Third");
        await().until(() -> states(other).equals(Map.of("third", "delivered")));

        assertThat(receiver.requestsTo("/in")).hasSize(1);
        assertThat(states(hook)).isEqualTo(Map.of("first", "failed"));
    }

    @Test
    void who_asks_to_be_left_alone_is_for_a_while() throws InterruptedException {
        receiver.does("/in", Receiver.answering(429, "retry-after: 600"));
        Hook hook = Hook.to(receiver.url("/in"));
        newsroom.tag("topic", "First");
        attempted(hook, 1);
        receiver.does("/in", Receiver.answering(200));
        newsroom.tag("topic", "Second");
        clock.advance(Duration.ofSeconds(590));
        // Long enough for ten looks at what is due.
        Thread.sleep(500);
        assertThat(receiver.requestsTo("/in")).hasSize(1);

        clock.advance(Duration.ofSeconds(11));

        await().until(() -> Set.copyOf(states(hook).values()).equals(Set.of("delivered")));
        assertThat(receiver.requestsTo("/in")).hasSize(3);
    }

    /** The receiver that hangs does so for 1.5 s each time. */
    @Test
    void a_receiver_that_hangs_delays_no_other() {
        receiver.does("/hang", Receiver.HANG);
        for (int number = 0; number < 10; number++) {
            Hook.to(receiver.url("/hang"));
        }
        Hook.to(receiver.url("/fast"));
        for (int number = 0; number < 5; number++) {
            newsroom.tag("topic", "Tag " + number);
        }
        long published = System.nanoTime();
        newsroom.tag("topic", "Last");

        await().pollInterval(Duration.ofMillis(10))
                .until(() -> receiver.requestsTo("/fast").size() == 6);
        Duration delay = Duration.ofNanos(receiver.requestsTo("/fast").get(5).nanos() - published);

        assertThat(delay).isLessThan(Duration.ofSeconds(1));
    }

    private void attempted(Hook hook, int attempts) {
        await().untilAsserted(() -> {
            assertThat(receiver.requestsTo("/in")).hasSize(attempts);
            assertThat(hook.deliveries()).anySatisfy(delivery -> assertThat(delivery)
                    .containsEntry("attempts", attempts)
                    .hasEntrySatisfying("status", status -> assertThat(status).isNotNull()));
            assertThat(newsroom.rows("select 1 from webhook where leased_until > now() - interval '1 day'"))
                    .isEmpty();
        });
    }

    private double secondsToNext() {
        return ((Number)
                        newsroom.rows("select extract(epoch from next_attempt_at - attempted_at) from webhook_delivery")
                                .get(0)
                                .get(0))
                .doubleValue();
    }

    private static Map<String, String> states(Hook hook) {
        Map<String, String> states = new HashMap<>();
        hook.deliveries()
                .forEach(delivery -> states.put((String) delivery.get("slug"), (String) delivery.get("state")));
        return states;
    }

    private double failed() {
        return metrics.counter("broadsheet.webhook.attempts", "outcome", "failed")
                .count();
    }
}
