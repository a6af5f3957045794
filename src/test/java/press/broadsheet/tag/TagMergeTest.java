package press.broadsheet.tag;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Copy;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** One tag in the place of two. */
@QuarkusTest
class TagMergeTest {
    private static final String TAGS = "/v1/manage/tags/";

    private final Newsroom newsroom;

    TagMergeTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
        for (String name : List.of("Rail", "Trains", "City", "Money")) {
            newsroom.tag("topic", name);
        }
    }

    @Test
    void articles_have_the_one_that_stays_once_and_at_the_better_place() {
        publish("Only the one that goes", "city", "trains", "money");
        publish("Both, the going first", "trains", "city", "rail", "money");
        publish("Both, the staying first", "rail", "city", "trains", "money");
        publish("Both, side by side", "city", "trains", "rail");
        publish("Neither", "city");
        newsroom.anArticle("A draft").in("news").tagged("trains", "rail").created();

        merge("trains", "rail").statusCode(200).body("slug", equalTo("rail"));

        assertThat(tagsOf("only-the-one-that-goes")).containsExactly("city", "rail", "money");
        assertThat(tagsOf("both-the-going-first")).containsExactly("rail", "city", "money");
        assertThat(tagsOf("both-the-staying-first")).containsExactly("rail", "city", "money");
        assertThat(tagsOf("both-side-by-side")).containsExactly("city", "rail");
        assertThat(tagsOf("neither")).containsExactly("city");
        assertThat(newsroom.rows("select count(*) from article_tag")).isEqualTo(List.of(List.of(13L)));
        assertThat(Newsroom.read("/v1/articles?tag=rail").getList("items")).hasSize(4);
        await().untilAsserted(() ->
                assertThat(Newsroom.read("/v1/tags/rail").getInt("articles")).isEqualTo(4));
    }

    @Test
    void every_name_of_the_one_that_goes_leads_to_the_one_that_stays() {
        String id = Newsroom.read("/v1/tags/trains").getString("id");
        Copy.of(TAGS + "trains").patch(Map.of("slug", "railways")).statusCode(200);
        publish("On time", "railways");

        merge("railways", "rail").statusCode(200);
        merge("rail", "money").statusCode(200);

        for (String former : List.of("trains", "railways", "rail", id)) {
            given().redirects()
                    .follow(false)
                    .get("/v1/tags/" + former)
                    .then()
                    .statusCode(301)
                    .header("Location", equalTo("/v1/tags/money"));
            assertThat(Newsroom.read("/v1/articles?tag=" + former).getList("items.slug"))
                    .containsExactly("on-time");
            assertThat(Newsroom.read("/v1/articles?tag=-" + former).getList("items"))
                    .isEmpty();
        }
    }

    @Test
    void what_still_names_the_one_that_goes_means_the_one_that_stays() {
        publish("On time", "city", "trains", "rail");
        merge("trains", "rail").statusCode(200);

        publish("Late", "trains", "city", "rail");
        assertThat(tagsOf("late")).containsExactly("rail", "city");
        String article = Newsroom.read("/v1/articles/on-time").getString("id");
        Copy.of("/v1/manage/articles/on-time")
                .patch(Map.of("tags", List.of("money")))
                .statusCode(200);
        Editor.post("/v1/manage/articles/" + article + "/revisions/0/restore", Editor.ANY, "")
                .statusCode(200);
        assertThat(tagsOf("on-time")).containsExactly("city", "rail");
    }

    @Test
    void readers_see_the_one_that_stays_at_once_whatever_they_have_already() {
        String article = publish("On time", "trains");
        List<String> addresses = List.of(
                "/v1/articles/" + article,
                "/v1/articles?tag=rail",
                "/v1/articles/" + article + "/page",
                "/v1/tags",
                "/v1/tags/rail");
        List<String> tags = addresses.stream()
                .map(path -> Newsroom.get(path).extract().header("ETag"))
                .toList();

        merge("trains", "rail").statusCode(200);

        for (int at = 0; at < addresses.size(); at++) {
            given().header("If-None-Match", tags.get(at))
                    .get(addresses.get(at))
                    .then()
                    .statusCode(200);
        }
        assertThat(tagsOf(article)).containsExactly("rail");
    }

    @Test
    void the_change_log_tells_of_both() {
        String goes = Newsroom.read("/v1/tags/trains").getString("id");
        String stays = Newsroom.read("/v1/tags/rail").getString("id");

        merge("trains", "rail").statusCode(200).body("version", equalTo(1));

        assertThat(newsroom.rows("""
                        select kind, cast(id as text), slug, 'cards' = any(keys), 'list-tag-' || id = any(keys)
                        from change where actor <> 'broadsheet' order by number desc limit 2"""))
                .isEqualTo(List.of(
                        List.of("update", stays, "rail", true, true), List.of("delete", goes, "trains", true, true)));
    }

    @Test
    void what_can_t_be_merged_is_refused() {
        merge("no-such", "rail").statusCode(404);
        merge("trains", "no-such").statusCode(422).body("errors.pointer", equalTo(List.of("/into")));
        merge("trains", "trains").statusCode(422).body("errors.code", equalTo(List.of("same")));
        Newsroom.post(TAGS + "trains/merge", Map.of())
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/into")));
        assertThat(Newsroom.read("/v1/tags").getList("items")).hasSize(4);
    }

    @Test
    void a_retry_merges_once() {
        for (int sent = 0; sent < 2; sent++) {
            given().auth()
                    .oauth2(Newsroom.KEY)
                    .header("Idempotency-Key", "merge")
                    .contentType(ContentType.JSON)
                    .body(Map.of("into", "rail"))
                    .post(TAGS + "trains/merge")
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"1\""));
        }
    }

    @Test
    void a_tag_that_articles_have_is_not_deleted() {
        publish("On time", "rail");
        newsroom.anArticle("A draft").in("news").tagged("rail").created();

        Copy.of(TAGS + "rail")
                .delete()
                .statusCode(409)
                .body("detail", containsString("2 articles"))
                .body("detail", containsString("merge"));
        assertThat(Newsroom.read("/v1/tags/rail").getString("slug")).isEqualTo("rail");
    }

    private static ValidatableResponse merge(String goes, String into) {
        return Newsroom.post(TAGS + goes + "/merge", Map.of("into", into));
    }

    private String publish(String title, String... tags) {
        return newsroom.anArticle(title).in("news").tagged(tags).published();
    }

    private static List<String> tagsOf(String article) {
        return Newsroom.read("/v1/articles/" + article).getList("tags.slug");
    }
}
