package press.broadsheet.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** Articles appear and go by the clock alone: nothing is written at their instants. */
@QuarkusTest
class ClockTest {
    private static final List<String> LISTS = List.of("/v1/articles?fields=slug", "/v1/articles?tag=rail&fields=slug");

    private final Newsroom newsroom;

    ClockTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void articles_come_and_go_at_their_instants() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        newsroom.tag("topic", "Soon");
        Instant begin = Instant.now();
        article("Always", "rail").publishedAt(Instant.parse("2025-01-01T00:00:00Z"));
        statuses();
        // Long enough to do what follows before it, also on a machine that is slow today.
        Duration soon = Duration.between(begin, Instant.now()).multipliedBy(4).plusSeconds(1);
        Instant instant = Instant.now().plus(soon);
        article("Going", "rail").with("unpublishAt", instant.toString()).published();
        article("Coming", "rail", "soon").with("publishAt", instant.toString()).created();

        List<Integer> statuses = statuses();
        List<Response> before = LISTS.stream().map(list -> given().get(list)).toList();
        String counted = given().get("/v1/tags/soon").header("ETag");
        assertThat(Instant.now()).as("all this was asked before the instant").isBefore(instant);
        assertThat(statuses).containsExactly(200, 404, 404);
        before.forEach(list -> assertThat(slugs(list)).containsExactly("going", "always"));
        assertThat(Newsroom.read("/v1/tags/soon").getInt("articles")).isZero();

        await().atMost(soon.multipliedBy(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> given().get("/v1/articles/coming").statusCode() == 200);
        assertThat(Instant.now()).isAfterOrEqualTo(instant);
        assertThat(statuses()).containsExactly(410, 200, 200);
        for (int list = 0; list < LISTS.size(); list++) {
            Response after = given().header("If-None-Match", before.get(list).header("ETag"))
                    .get(LISTS.get(list));
            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(slugs(after)).containsExactly("coming", "always");
        }
        await().until(() -> Newsroom.read("/v1/tags/soon").getInt("articles") == 1);
        assertThat(given().header("If-None-Match", counted).get("/v1/tags/soon").statusCode())
                .isEqualTo(200);
    }

    private static List<Integer> statuses() {
        return List.of("/v1/articles/going", "/v1/articles/coming", "/v1/articles/coming/page").stream()
                .map(path -> given().get(path).statusCode())
                .toList();
    }

    @Test
    void nothing_is_called_fresh_beyond_the_next_instant() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        article("Coming", "rail")
                .with("publishAt", Instant.now().plusSeconds(15).toString())
                .created();

        await().untilAsserted(() -> assertThat(given().get("/v1/articles").header("Cache-Control"))
                .matches("public, max-age=(\\d|1[0-5])\\b.*"));
    }

    private Newsroom.Draft article(String title, String... tags) {
        return newsroom.anArticle(title).in("news").tagged(tags);
    }

    private static List<String> slugs(Response list) {
        return list.jsonPath().getList("items.slug", String.class);
    }
}
