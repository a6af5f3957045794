package press.broadsheet.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Hook;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.Receiver;

/** Several nodes at one outbox, and nodes that die. A second node is a second thread here: they meet in the database alone. */
@QuarkusTest
@TestProfile(BesideThisServer.class)
class WebhookNodesTest {
    private final Newsroom newsroom;
    private final Outbox outbox;
    private final Lanes lanes;
    private final Receiver receiver = Receiver.at("127.0.0.1");
    private final ExecutorService nodes = Executors.newFixedThreadPool(4);

    WebhookNodesTest(Newsroom newsroom, Outbox outbox, Lanes lanes) {
        this.newsroom = newsroom;
        this.outbox = outbox;
        this.lanes = lanes;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.sql("delete from webhook");
    }

    @AfterEach
    void close() throws IOException {
        nodes.shutdownNow();
        receiver.close();
    }

    @Test
    void each_event_becomes_one_delivery_to_each_webhook_however_many_nodes_are_at_it() throws Exception {
        List<Hook> hooks = List.of(Hook.to(receiver.url("/a")), Hook.to(receiver.url("/b")));
        long begin = newest();
        List<Future<?>> rounds = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            rounds.add(nodes.submit(() -> {
                for (int round = 0; round < 60; round++) {
                    QuarkusTransaction.requiringNew().call(() -> outbox.fanOut(newest()));
                }
            }));
        }
        for (int number = 0; number < 30; number++) {
            newsroom.rows(
                    "select append_change('publish', 'tag', null, 't%d', '{}', true, 'a', null)".formatted(number));
        }
        for (Future<?> round : rounds) {
            round.get();
        }
        await().until(() -> receiver.requestsTo("/a").size() >= 30
                && receiver.requestsTo("/b").size() >= 30);

        for (Hook hook : hooks) {
            assertThat(newsroom.rows("select number from webhook_delivery where webhook_id = '%s' order by number"
                            .formatted(hook.id())))
                    .isEqualTo(newsroom.rows(
                            "select number from change where visible and number > %d order by number".formatted(begin)))
                    .hasSize(30);
        }
        assertThat(receiver.requestsTo("/a"))
                .extracting(WebhookNodesTest::number)
                .isSorted();
        assertThat(receiver.requestsTo("/a")).hasSize(30);
    }

    @Test
    void a_webhook_is_sent_one_event_at_a_time() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        receiver.does("/in", (request, connection) -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            Thread.sleep(30);
            open.decrementAndGet();
            Receiver.answering(204).answer(request, connection);
        });
        Hook.to(receiver.url("/in"));
        for (int number = 0; number < 10; number++) {
            newsroom.tag("topic", "Tag " + number);
        }

        await().until(() -> receiver.requestsTo("/in").size() == 10);
        assertThat(most).hasValue(1);
    }

    /** F22: between sending and writing it down the lease ends, as it does when a node is killed; then the dead one wakes up. */
    @Test
    void what_was_sent_and_not_written_down_is_sent_again_under_its_id() {
        CountDownLatch wake = new CountDownLatch(1);
        AtomicInteger requests = new AtomicInteger();
        receiver.does("/in", (request, connection) -> {
            if (requests.incrementAndGet() == 1) {
                wake.await();
                Receiver.answering(410).answer(request, connection);
            }
            Receiver.answering(202).answer(request, connection);
        });
        Hook hook = Hook.to(receiver.url("/in"));
        newsroom.tag("topic", "Rail");
        await().until(() -> requests.get() == 1);
        newsroom.sql("update webhook set leased_until = '-infinity'");

        await().until(() -> requests.get() == 2);
        await().until(() -> "delivered".equals(hook.deliveries().get(0).get("state")));
        wake.countDown();
        newsroom.tag("topic", "Later");
        await().until(() -> hook.deliveries().stream().allMatch(each -> "delivered".equals(each.get("state"))));

        assertThat(receiver.requestsTo("/in").stream()
                        .limit(2)
                        .map(request -> request.header("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(hook.deliveries()).anySatisfy(delivery -> assertThat(delivery)
                .containsEntry("slug", "rail")
                .containsEntry("attempts", 2)
                .containsEntry("status", 202));
        assertThat(hook.read().getBoolean("enabled")).isTrue();
    }

    @Test
    void who_lost_a_lane_can_neither_send_nor_write() {
        receiver.does("/in", Receiver.HANG);
        Hook hook = Hook.to(receiver.url("/in"));
        newsroom.tag("topic", "Rail");
        await().until(() -> receiver.requestsTo("/in").size() == 1);
        List<?> row = newsroom.rows("select id, turn from webhook").get(0);
        Lanes.Lane held = new Lanes.Lane((UUID) row.get(0), (Long) row.get(1));
        Lanes.Lane lost = new Lanes.Lane(held.webhook(), held.turn() - 1);

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(lanes.take(newest())).isEmpty();
            assertThat(lanes.next(lost, newest())).isEmpty();
            lanes.leave(lost);
            assertThat(lanes.take(newest())).isEmpty();
        });
        assertThat(hook.deliveries().get(0)).containsEntry("attempts", 1);
    }

    @Test
    void an_event_can_be_sent_again_under_its_id() {
        Hook hook = Hook.to(receiver.url("/in"));
        newsroom.tag("topic", "One");
        newsroom.tag("topic", "Two");
        await().until(() -> hook.deliveries().stream()
                        .filter(delivery -> "delivered".equals(delivery.get("state")))
                        .count()
                == 2);
        List<String> ids = ids();

        hook.post("/deliveries/" + ids.get(0) + "/replay").statusCode(204);
        await().until(() -> receiver.requestsTo("/in").size() == 3);
        assertThat(ids()).containsExactly(ids.get(0), ids.get(1), ids.get(0));
        hook.post("/deliveries/01a208a4-0b1e-7c4f-9d3a-2e8f61b7c05d/replay").statusCode(404);
    }

    @Test
    void all_events_from_some_point_on_can_be_sent_again_also_those_that_were_forgotten() {
        Hook hook = Hook.to(receiver.url("/in"));
        newsroom.tag("topic", "One");
        newsroom.tag("topic", "Two");
        newsroom.tag("topic", "Three");
        await().until(() -> hook.deliveries().stream()
                        .filter(delivery -> "delivered".equals(delivery.get("state")))
                        .count()
                == 3);
        List<String> ids = ids();
        long one = number(receiver.requestsTo("/in").get(0));
        newsroom.sql("update webhook_delivery set queued_at = queued_at - interval '31 days' where slug = 'two'");
        outbox.forgetOld();
        assertThat(hook.deliveries())
                .extracting(delivery -> delivery.get("slug"))
                .containsExactly("three", "one");

        hook.post("/replay", Map.of("afterNumber", one)).statusCode(204);
        await().until(() -> receiver.requestsTo("/in").size() == 5);
        assertThat(ids().subList(3, 5)).isEqualTo(ids.subList(1, 3));

        String instant = new JsonPath(receiver.requestsTo("/in").get(1).body()).getString("timestamp");
        hook.post("/replay", Map.of("after", instant)).statusCode(204);
        await().until(() -> receiver.requestsTo("/in").size() >= 6);
        hook.post("/replay", Map.of()).statusCode(422);
        hook.post("/replay", Map.of("after", instant, "afterNumber", one)).statusCode(422);
    }

    private List<String> ids() {
        return receiver.requestsTo("/in").stream()
                .map(request -> request.header("webhook-id"))
                .toList();
    }

    private static long number(Receiver.Request request) {
        return new JsonPath(request.body()).getLong("data.number");
    }

    private long newest() {
        return (Long) newsroom.rows("select coalesce(max(number), 0) from change")
                .get(0)
                .get(0);
    }
}
