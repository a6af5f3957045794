package press.broadsheet.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Hook;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.Receiver;

/** Who asks this node on receipt of an event is answered with what the event is about, never with what was before. */
@QuarkusTest
@TestProfile(BesideThisServer.class)
class WebhookFreshnessTest {
    private final Newsroom newsroom;
    private final Session session;
    private final Receiver receiver = Receiver.at("127.0.0.1");
    private final List<String> seen = new CopyOnWriteArrayList<>();

    WebhookFreshnessTest(Newsroom newsroom, Session session) {
        this.newsroom = newsroom;
        this.session = session;
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
    void a_change_of_this_node_is_seen_on_receipt() {
        Hook.to(receiver.url("/in"), "site.update");
        for (int round = 1; round <= 10; round++) {
            asksOnReceiptFor("/v1/site", "name");
            newsroom.site("Name " + round, Map.of());

            int rounds = round;
            await().until(() -> seen.size() == rounds);
            assertThat(seen.get(round - 1)).isEqualTo("200 Name " + round);
        }
    }

    /** Which this node learns of up to a quarter of a second later. */
    @Test
    void a_change_of_another_node_is_seen_on_receipt() {
        newsroom.section("News");
        String slug = newsroom.anArticle("Title").in("news").published();
        String id = Newsroom.read("/v1/articles/" + slug).getString("id");
        Hook.to(receiver.url("/in"), "article.update");
        for (int round = 1; round <= 10; round++) {
            asksOnReceiptFor("/v1/articles/" + slug, "title");
            elsewhere("Title " + round, id);

            int rounds = round;
            await().until(() -> seen.size() == rounds);
            assertThat(seen.get(round - 1)).isEqualTo("200 Title " + round);
        }
    }

    @Test
    void it_goes_on_without_a_gap_in_the_order_of_the_log() {
        QuarkusTransaction.requiringNew().run(() -> {
            Told told = new Told(session);
            told.start();
            long begin = told.upTo();
            long first = append();
            session.createNativeQuery("select nextval('change_number')", Long.class)
                    .getSingleResult();
            long second = append();

            assertThat(told.advance()).isEqualTo(begin);
            told.note(second);
            assertThat(told.advance()).isEqualTo(begin);
            told.note(0);
            told.note(first);
            assertThat(told.advance()).isEqualTo(second);
            told.note(second);
            assertThat(told.advance()).isEqualTo(second);
        });
    }

    private void asksOnReceiptFor(String path, String field) {
        String tag = given().get(path).header("ETag");
        assertThat(given().header("If-None-Match", tag).get(path).statusCode()).isEqualTo(304);
        receiver.does("/in", (request, connection) -> {
            Response answer = given().header("If-None-Match", tag).get(path);
            seen.add(answer.statusCode() == 200 ? "200 " + answer.path(field) : "" + answer.statusCode());
            Receiver.answering(204).answer(request, connection);
        });
    }

    /** In one transaction, as another node does it. */
    private void elsewhere(String title, String id) {
        newsroom.rows("""
                with changed as (
                    update article set title = '%1$s', version = version + 1 where id = '%2$s' returning id)
                select append_change('update', 'article', id, 'title', array['article-' || id], true, 'another', null)
                from changed""".formatted(title, id));
    }

    private long append() {
        return session.createNativeQuery(
                        "select append_change('update', 'test', null, null, '{}', true, 'test', null)", Long.class)
                .getSingleResult();
    }
}
