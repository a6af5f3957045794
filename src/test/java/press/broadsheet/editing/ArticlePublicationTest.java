package press.broadsheet.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** When readers see an article: publish, unpublish, schedule. */
@QuarkusTest
class ArticlePublicationTest {
    private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1));

    private final Newsroom newsroom;

    ArticlePublicationTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
    }

    @Test
    void a_published_draft_is_there_at_once_and_in_the_lists() {
        String slug = newsroom.anArticle("Shown").in("news").created();
        Newsroom.get("/v1/articles/" + slug).statusCode(404);

        verb(slug, "publish").statusCode(200).body("status", equalTo("published"));

        Newsroom.get("/v1/articles/" + slug).statusCode(200);
        assertThat(slugsOfTheList()).containsExactly(slug);
        verb(slug, "publish").statusCode(200).body("version", equalTo(1));
    }

    @Test
    void an_unpublished_article_is_gone_and_comes_back_in_its_old_place() {
        Instant older = Instant.parse("2026-01-02T03:04:05Z");
        String slug = newsroom.anArticle("Old").in("news").publishedAt(older);
        newsroom.anArticle("New").in("news").published();

        verb(slug, "unpublish").statusCode(200).body("status", equalTo("withdrawn"));
        Newsroom.get("/v1/articles/" + slug).statusCode(410);
        assertThat(slugsOfTheList()).containsExactly("new");
        verb(slug, "unpublish").statusCode(409);

        verb(slug, "publish").statusCode(200);
        assertThat(slugsOfTheList()).containsExactly("new", slug);
        Newsroom.get("/v1/articles/" + slug).statusCode(200).body("publishedAt", equalTo("2026-01-02T03:04:05.000Z"));
    }

    @Test
    void a_scheduled_article_can_be_planned_anew_and_not_at_all() {
        String slug = newsroom.anArticle("Later").in("news").created();

        schedule(slug, Map.of("publishAt", tomorrow, "unpublishAt", tomorrow.plusSeconds(60)))
                .statusCode(200)
                .body("status", equalTo("scheduled"));
        Newsroom.get("/v1/articles/" + slug).statusCode(404);
        schedule(slug, Map.of("publishAt", tomorrow)).statusCode(200).body("unpublishAt", nullValue());
        schedule(slug, Map.of()).statusCode(200).body("status", equalTo("draft"));

        assertThat(newsroom.rows(
                        "select kind from change where visible and type = 'article' and slug = '" + slug + "'"))
                .isEmpty();
    }

    @Test
    void a_plan_that_can_not_be_is_refused() {
        String draft = newsroom.anArticle("Draft").in("news").created();
        String shown = newsroom.anArticle("Shown").in("news").published();
        Instant past = Instant.now().minusSeconds(60);

        schedule(draft, Map.of("publishAt", past)).statusCode(422).body("errors[0].pointer", equalTo("/publishAt"));
        schedule(draft, Map.of("unpublishAt", tomorrow))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/publishAt"));
        schedule(draft, Map.of("publishAt", tomorrow, "unpublishAt", tomorrow))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/unpublishAt"));
        schedule(shown, Map.of("publishAt", tomorrow)).statusCode(422).body("errors[0].pointer", equalTo("/publishAt"));
        schedule(shown, Map.of("unpublishAt", past)).statusCode(422).body("errors[0].pointer", equalTo("/unpublishAt"));
    }

    @Test
    void an_article_that_was_taken_down_is_gone_everywhere_and_stays_so() {
        String slug = newsroom.anArticle("Unlawful").in("news").published();
        newsroom.sql("insert into node (id, name, confirmed, lease_until) values"
                + " (gen_random_uuid(), 'cut off', 0, clock_timestamp() + interval '1 second')");
        long start = System.nanoTime();

        verb(slug, "takedown").statusCode(200).body("lapsed", equalTo(List.of("cut off")));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(500));
        Newsroom.get("/v1/articles/" + slug).statusCode(410);
        verb(slug, "publish").statusCode(409);
        verb(slug, "takedown").statusCode(200);
        Editor.get("/v1/manage/articles/" + slug).body("status", equalTo("taken-down"));
        newsroom.sql("delete from node where name = 'cut off'");
    }

    @Test
    void what_has_no_text_can_not_be_published() {
        String slug = newsroom.anArticle("Empty").in("news").without("body").created();

        verb(slug, "publish").statusCode(422).body("errors[0].pointer", equalTo("/body"));
    }

    @Test
    void a_verb_compares_the_version_that_is_sent() {
        String slug = newsroom.anArticle("Versioned").in("news").created();

        Editor.post("/v1/manage/articles/" + slug + "/publish", "\"9\"", "").statusCode(412);
        Editor.post("/v1/manage/articles/" + slug + "/publish", "\"0\"", "").statusCode(200);
    }

    @Test
    void the_change_log_tells_readers_only_of_what_they_can_see() {
        String slug = newsroom.anArticle("Told").in("news").created();
        Editor.patch("/v1/manage/articles/" + slug, "\"0\"", Map.of("title", "Told anew"))
                .statusCode(200);
        verb(slug, "publish").statusCode(200);
        Editor.patch("/v1/manage/articles/" + slug, "\"2\"", Map.of("title", "Told again"))
                .statusCode(200);
        verb(slug, "unpublish").statusCode(200);
        Editor.delete("/v1/manage/articles/" + slug, Editor.ANY).statusCode(204);

        assertThat(newsroom.rows("select kind, visible from change where slug = '" + slug + "' order by number"))
                .isEqualTo(List.of(
                        List.of("create", false),
                        List.of("update", false),
                        List.of("publish", true),
                        List.of("update", true),
                        List.of("unpublish", true),
                        List.of("delete", true)));
    }

    private static ValidatableResponse verb(String slug, String verb) {
        return Editor.post("/v1/manage/articles/" + slug + "/" + verb);
    }

    private static ValidatableResponse schedule(String slug, Map<String, Instant> schedule) {
        Map<String, String> body = new HashMap<>();
        schedule.forEach((name, instant) -> body.put(name, instant.toString()));
        return Editor.post("/v1/manage/articles/" + slug + "/schedule", null, body);
    }

    private static List<String> slugsOfTheList() {
        return Newsroom.read("/v1/articles").getList("items.slug");
    }
}
