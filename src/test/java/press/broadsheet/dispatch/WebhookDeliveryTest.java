package press.broadsheet.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.standardwebhooks.Webhook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.testing.Hook;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.Receiver;

/** What a receiver gets, and what it never does. */
@QuarkusTest
@TestProfile(BesideThisServer.class)
class WebhookDeliveryTest {
    private final Newsroom newsroom;
    private final ChangeLog changes;
    private final Receiver receiver = Receiver.at("127.0.0.1");

    WebhookDeliveryTest(Newsroom newsroom, ChangeLog changes) {
        this.newsroom = newsroom;
        this.changes = changes;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.sql("delete from webhook");
        newsroom.section("News");
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
    }

    @Test
    void a_published_article_is_told_in_ids_and_an_address() {
        Hook hook = Hook.to(receiver.url("/in"));
        String slug = newsroom.anArticle("Night trains return").in("news").published();
        String id = Newsroom.read("/v1/articles/" + slug).getString("id");

        Receiver.Request request = received("/in", 1).get(0);

        JsonPath message = new JsonPath(request.body());
        assertThat(message.getMap("")).containsOnlyKeys("type", "timestamp", "data");
        assertThat(message.getString("type")).isEqualTo("article.publish");
        assertThat(Instant.parse(message.getString("timestamp"))).isBefore(Instant.now());
        assertThat(message.getMap("data"))
                .containsEntry("id", id)
                .containsEntry("type", "article")
                .containsEntry("slug", "night-trains-return")
                .containsEntry("url", "http://localhost:8080/v1/articles/" + id)
                .containsKey("number")
                .hasSize(5);
        assertThat(request.headers()).containsEntry("content-type", "application/json");
        delivered(hook, 1);
    }

    @Test
    void it_is_signed_and_the_log_names_it_as_the_receiver_does() throws Exception {
        Hook hook = Hook.to(receiver.url("/in"));
        newsroom.tag("topic", "Rail");

        Receiver.Request request = received("/in", 1).get(0);

        assertThat(request.header("webhook-signature")).isEqualTo(signature(hook.secret(), request));
        delivered(hook, 1);
        assertThat(hook.deliveries()).singleElement().satisfies(delivery -> assertThat(delivery)
                .containsEntry("id", request.header("webhook-id"))
                .containsEntry("event", "tag.publish")
                .containsEntry("slug", "rail")
                .containsEntry("attempts", 1)
                .containsEntry("status", 204)
                .containsEntry("error", null)
                .containsEntry("nextAttemptAt", null));
    }

    @Test
    void after_a_rotation_it_is_signed_with_both_secrets() throws Exception {
        Hook hook = Hook.to(receiver.url("/in"));
        String next = hook.post("/secret").extract().path("secret");
        newsroom.tag("topic", "Rail");

        Receiver.Request request = received("/in", 1).get(0);

        assertThat(request.header("webhook-signature"))
                .isEqualTo(signature(next, request) + " " + signature(hook.secret(), request));
    }

    @Test
    void each_webhook_gets_what_it_asked_for_from_its_beginning_on() {
        newsroom.tag("topic", "Before");
        Hook all = Hook.to(receiver.url("/all"));
        Hook tags = Hook.to(receiver.url("/tags"), "tag");
        Hook other = Hook.to(receiver.url("/other"), "tag.delete", "site.update");
        newsroom.tag("topic", "Rail");
        newsroom.author("Ada");
        newsroom.site("Renamed", Map.of());
        Hook late = Hook.to(receiver.url("/late"));
        newsroom.tag("topic", "After");

        assertThat(types("/all", 4)).containsExactly("tag.publish", "author.publish", "site.update", "tag.publish");
        assertThat(types("/tags", 2)).containsExactly("tag.publish", "tag.publish");
        assertThat(types("/other", 1)).containsExactly("site.update");
        assertThat(types("/late", 1)).containsExactly("tag.publish");
        delivered(all, 4);
        delivered(tags, 2);
        delivered(other, 1);
        delivered(late, 1);
    }

    /** The last event comes through, so that those before it would have. */
    @Test
    void drafts_and_what_was_rolled_back_are_told_to_nobody() {
        Hook hook = Hook.to(receiver.url("/in"));
        newsroom.anArticle("Unpublished canary").in("news").created();
        newsroom.anArticle("Scheduled canary")
                .in("news")
                .with("publishAt", Instant.now().plusSeconds(86_400).toString())
                .with("status", "draft")
                .sent();
        QuarkusTransaction.begin();
        changes.append(Change.of(ChangeKind.PUBLISH, "tag", null, "canary").visibleToAll());
        QuarkusTransaction.rollback();
        newsroom.tag("topic", "Last");

        assertThat(types("/in", 1)).containsExactly("tag.publish");
        delivered(hook, 1);
        assertThat(receiver.requestsTo("/in"))
                .noneMatch(request -> request.body().contains("canary"));
        assertThat(newsroom.rows("select 1 from webhook_delivery where slug like '%canary%'"))
                .isEmpty();
    }

    @Test
    void what_happened_while_it_was_disabled_is_not_sent_unless_it_is_replayed() {
        Hook hook = Hook.to(receiver.url("/in"));
        hook.patch(Map.of("enabled", false));
        Object before = newsroom.rows("select max(number) from change").get(0).get(0);
        newsroom.tag("topic", "Missed");
        hook.post("/test").statusCode(409);
        hook.patch(Map.of("enabled", true));
        newsroom.tag("topic", "Seen");

        assertThat(slugs("/in", 1)).containsExactly("seen");
        hook.post("/replay", Map.of("afterNumber", before)).statusCode(204);
        await().until(() -> slugs("/in", 2).contains("missed"));
    }

    @Test
    void a_test_sends_a_ping() {
        Hook hook = Hook.to(receiver.url("/in"), "tag");

        JsonPath ping = hook.post("/test").statusCode(201).extract().jsonPath();

        Receiver.Request request = received("/in", 1).get(0);
        assertThat(request.header("webhook-id")).isEqualTo(ping.getString("id"));
        JsonPath message = new JsonPath(request.body());
        assertThat(message.getString("type")).isEqualTo("ping");
        assertThat(message.getString("data.id")).isEqualTo(hook.id());
        delivered(hook, 1);
        hook.get("/deliveries/" + ping.getString("id")).statusCode(200);
    }

    private List<Receiver.Request> received(String path, int count) {
        await().until(() -> receiver.requestsTo(path).size() >= count);
        return receiver.requestsTo(path);
    }

    private List<String> types(String path, int count) {
        return received(path, count).stream()
                .map(request -> new JsonPath(request.body()).getString("type"))
                .toList();
    }

    private List<String> slugs(String path, int count) {
        return received(path, count).stream()
                .map(request -> new JsonPath(request.body()).getString("data.slug"))
                .toList();
    }

    private static void delivered(Hook hook, int count) {
        await().untilAsserted(
                        () -> assertThat(hook.deliveries()).hasSize(count).allSatisfy(delivery -> assertThat(delivery)
                                .containsEntry("state", "delivered")));
    }

    private static String signature(String secret, Receiver.Request request) throws Exception {
        return new Webhook(secret)
                .sign(
                        request.header("webhook-id"),
                        Long.parseLong(request.header("webhook-timestamp")),
                        request.body());
    }
}
