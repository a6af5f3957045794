package press.broadsheet.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** What a client learns that asks again and again what has changed. */
@QuarkusTest
class ChangeListTest {
    private final Newsroom newsroom;
    private String start;

    ChangeListTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
        start = Newsroom.read("/v1/changes?from=now").getString("page.next");
    }

    @Test
    void what_happens_to_an_article_is_told_in_order() {
        newsroom.anArticle("Night trains return").in("news").published();
        newsroom.tag("topic", "Rail");
        newsroom.withdraw("night-trains-return");

        JsonPath answer = since(start);

        assertThat(told(answer))
                .containsExactly(
                        "publish article night-trains-return",
                        "publish tag rail",
                        "unpublish article night-trains-return");
        assertThat(answer.getString("items[0].id")).isEqualTo(answer.getString("items[2].id"));
        assertThat(Instant.parse(answer.getString("items[0].at")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(answer.getBoolean("upToDate")).isTrue();
        assertThat(answer.getString("page.prev")).isNull();
    }

    @Test
    void a_list_always_leads_on_and_says_when_there_is_nothing_more() {
        for (int number = 0; number < 5; number++) {
            newsroom.anArticle("Story " + number).in("news").published();
        }

        JsonPath first = Newsroom.read("/v1/changes?limit=3&cursor=" + start);
        JsonPath second = Newsroom.read("/v1/changes?limit=3&cursor=" + first.getString("page.next"));
        JsonPath third = Newsroom.read("/v1/changes?limit=3&cursor=" + second.getString("page.next"));

        assertThat(first.getBoolean("upToDate")).isFalse();
        assertThat(told(first)).hasSize(3);
        assertThat(second.getBoolean("upToDate")).isTrue();
        assertThat(told(second)).containsExactly("publish article story-3", "publish article story-4");
        assertThat(told(third)).isEmpty();
        assertThat(third.getString("page.next")).isEqualTo(second.getString("page.next"));
        assertThat(given().get("/v1/changes?limit=3&cursor=" + start).header("Link"))
                .contains("rel=\"next\"");
    }

    @Test
    void each_item_is_a_place_to_go_on_from() {
        newsroom.anArticle("One").in("news").published();
        newsroom.anArticle("Two").in("news").published();

        JsonPath all = since(start);

        assertThat(told(since(all.getString("items[0].cursor")))).containsExactly("publish article two");
        assertThat(told(since(all.getString("items[1].cursor")))).isEmpty();
    }

    @Test
    void an_answer_is_narrowed_to_types_and_kinds() {
        Map<String, List<String>> expected = Map.of(
                "type=tag,author", List.of("publish tag rail", "publish author ada"),
                "kind=unpublish", List.of("unpublish article one"),
                "kind=publish&type=article", List.of("publish article one"));
        Map<String, String> places = expected.keySet().stream()
                .collect(Collectors.toMap(filter -> filter, filter -> Newsroom.read("/v1/changes?from=now&" + filter)
                        .getString("page.next")));
        newsroom.anArticle("One").in("news").published();
        newsroom.tag("topic", "Rail");
        newsroom.withdraw("one");
        newsroom.author("Ada");

        expected.forEach((filter, told) -> assertThat(
                        told(Newsroom.read("/v1/changes?" + filter + "&cursor=" + places.get(filter))))
                .isEqualTo(told));
    }

    @Test
    void a_client_that_is_up_to_date_is_past_what_its_filter_leaves_out() {
        String before = Newsroom.read("/v1/changes?type=tag&from=now").getString("page.next");
        newsroom.author("Ada");

        JsonPath after = Newsroom.read("/v1/changes?type=tag&cursor=" + before);

        assertThat(told(after)).isEmpty();
        assertThat(after.getString("page.next"))
                .isNotEqualTo(before)
                .isEqualTo(Newsroom.read("/v1/changes?type=tag&from=now").getString("page.next"));
    }

    /** Two probes: what an editor does with drafts changes nothing about an answer, its validators included. */
    @Test
    void drafts_leave_no_trace() {
        Response before = given().get("/v1/changes?cursor=" + start);

        newsroom.anArticle("Secret").in("news").created();
        newsroom.rename("secret", "secret-again");
        newsroom.anArticle("To come")
                .in("news")
                .with("publishAt", Instant.now().plusSeconds(3_600).toString())
                .created();
        newsroom.withdraw("to-come");

        Response after = given().get("/v1/changes?cursor=" + start);
        assertThat(after.asString()).isEqualTo(before.asString());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        newsroom.author("Ada");
        assertThat(told(since(start))).containsExactly("publish author ada");
    }

    @Test
    void a_poll_with_nothing_new_costs_no_statement() {
        String path = "/v1/changes?cursor=" + start;
        // While it is being looked up what is scheduled, nothing is called fresh.
        await().until(() -> given().get(path).header("Cache-Control").startsWith("public, max-age=1,"));
        Response first = given().get(path);
        Response again = given().header("If-None-Match", first.header("ETag")).get(path);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("Server-Timing"))
                .satisfiesAnyOf(timing -> assertThat(timing).isNull(), timing -> assertThat(timing)
                        .contains("0 statements"));

        newsroom.author("Ada");
        assertThat(given().header("If-None-Match", first.header("ETag"))
                        .get(path)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_another_node_wrote_is_told_within_a_second() {
        String path = "/v1/changes?cursor=" + start;
        String tag = given().get(path).header("ETag");
        newsroom.rows("select append_change('publish', 'author', null, 'bo', array['changes'], true, 'other', null)");

        await().atMost(Duration.ofSeconds(2))
                .until(() -> given().header("If-None-Match", tag).get(path).statusCode() == 200);
        assertThat(told(since(start))).containsExactly("publish author bo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=nonsense",
                "cursor=AAAAAAAAAAAAAAAAAAAAAA",
                "cursor=%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A%2A",
                "from=yesterday",
                "type=draft",
                "kind=create",
                "limit=101",
                "sort=at",
                "count=exact",
                "actor=somebody"
            })
    void what_can_not_be_asked_is_refused_without_a_statement(String query) {
        Response refused = given().urlEncodingEnabled(false).get("/v1/changes?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.header("Server-Timing"))
                .satisfiesAnyOf(timing -> assertThat(timing).isNull(), timing -> assertThat(timing)
                        .contains("0 statements"));
    }

    @Test
    void a_cursor_is_good_for_its_own_question_only() {
        assertThat(given().get("/v1/changes?type=tag&cursor=" + start).statusCode())
                .isEqualTo(400);
        assertThat(given().get("/v1/changes?from=now&cursor=" + start).statusCode())
                .isEqualTo(400);
        assertThat(given().get("/v1/changes?cursor=" + start.substring(1)).statusCode())
                .isEqualTo(400);
        assertThat(given().get("/v1/articles?cursor=" + start).statusCode()).isEqualTo(400);
    }

    /** Numbers between two cursors would tell how many drafts were saved in between. */
    @Test
    void a_cursor_does_not_show_the_number_that_it_stands_for() {
        long number = (Long) newsroom.rows("select max(number) from change where visible")
                .get(0)
                .get(0);
        ByteBuffer cursor = ByteBuffer.wrap(Base64.getUrlDecoder().decode(start));

        assertThat(cursor.remaining()).isEqualTo(16);
        for (int at = 0; at <= 8; at++) {
            assertThat(cursor.getLong(at)).isNotEqualTo(number);
        }
    }

    private static JsonPath since(String cursor) {
        return Newsroom.read("/v1/changes?cursor=" + cursor);
    }

    private static List<String> told(JsonPath answer) {
        return answer.getList("items.collect { it.kind + ' ' + it.type + ' ' + it.slug }");
    }
}
