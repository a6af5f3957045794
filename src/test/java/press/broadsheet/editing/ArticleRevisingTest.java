package press.broadsheet.editing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** PUT, PATCH and DELETE of an article that is there. */
@QuarkusTest
class ArticleRevisingTest {
    private final Newsroom newsroom;
    private String slug;
    private String path;

    ArticleRevisingTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void publish() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("Travel");
        newsroom.tag("topic", "Rail");
        newsroom.author("Ada");
        slug = newsroom.anArticle("Night trains return")
                .in("news")
                .tagged("rail")
                .by("ada")
                .with("summary", "At last.")
                .published();
        path = "/v1/manage/articles/" + slug;
    }

    @Test
    void what_is_read_can_be_put_back_and_changes_nothing() {
        JsonPath before = Editor.read(path);

        Editor.put(path, "\"0\"", before.getMap("draft")).statusCode(200).header("ETag", equalTo("\"0\""));

        assertThat(Editor.read(path).getMap("")).isEqualTo(before.getMap(""));
        assertThat(newsroom.rows("select 1 from article_revision")).hasSize(1);
    }

    @Test
    void a_put_replaces_everything_but_the_slug_and_the_publication() {
        Map<String, Object> draft =
                Map.of("title", "Trains", "section", "travel", "body", Map.of("html", "<p>They run.</p>"));

        Editor.put(path, "\"0\"", draft)
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("version", equalTo(1))
                .body("status", equalTo("published"))
                .body("article.summary", nullValue());

        JsonPath read = Newsroom.read("/v1/articles/" + slug);
        assertThat(read.getString("title")).isEqualTo("Trains");
        assertThat(read.getString("section.slug")).isEqualTo("travel");
        assertThat(read.getList("tags")).isEmpty();
        assertThat(read.getList("authors")).isEmpty();
        assertThat(read.getString("body.html")).isEqualTo("<p>They run.</p>");
    }

    @Test
    void a_patch_changes_what_it_names_and_clears_what_is_null() {
        Map<String, Object> patch = new HashMap<>();
        patch.put("title", "Night trains are back");
        patch.put("summary", null);

        Editor.patch(path, "\"0\"", patch).statusCode(200).header("ETag", equalTo("\"1\""));

        JsonPath read = Newsroom.read("/v1/articles/" + slug);
        assertThat(read.getString("title")).isEqualTo("Night trains are back");
        assertThat(read.getString("summary")).isNull();
        assertThat(read.getList("tags.slug")).containsExactly("rail");
    }

    @Test
    void a_change_without_a_version_is_refused_and_one_of_an_old_version_too() {
        Map<String, Object> patch = Map.of("title", "Other");
        Editor.patch(path, null, patch).statusCode(428);
        Editor.put(path, null, Map.of("title", "Other", "section", "news")).statusCode(428);
        Editor.delete(path, null).statusCode(428);

        Editor.patch(path, "\"0\"", patch).statusCode(200);

        Editor.patch(path, "\"0\"", Map.of("title", "Late")).statusCode(412).header("ETag", equalTo("\"1\""));
        Editor.patch(path, "W/\"1\"", Map.of("title", "Weak")).statusCode(412);
        Editor.delete(path, "\"0\"").statusCode(412);
        Editor.patch(path, "1", Map.of("title", "Bare")).statusCode(400);
        assertThat(Editor.read(path).getString("article.title")).isEqualTo("Other");
    }

    @Test
    void of_two_editors_at_once_one_is_told_to_read_again() throws Exception {
        ExecutorService editors = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 5; round++) {
                String version = "\"" + Editor.read(path).getInt("version") + "\"";
                List<Future<Integer>> answers = new ArrayList<>();
                for (int editor = 0; editor < 4; editor++) {
                    Map<String, Object> patch = Map.of("title", "By " + editor + " in " + round);
                    answers.add(editors.submit(
                            () -> Editor.patch(path, version, patch).extract().statusCode()));
                }
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> answer : answers) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
            }
        } finally {
            editors.shutdownNow();
        }
    }

    @Test
    void every_fault_of_a_patch_is_named() {
        Map<String, Object> patch = new HashMap<>();
        patch.put("title", "");
        patch.put("section", null);
        patch.put("tags", List.of("rail", "unheard-of"));
        Editor.patch(path, "\"0\"", patch)
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/title", "/section"));
        Editor.patch(path, "\"0\"", Map.of("tags", List.of("rail", "unheard-of"), "lang", "?"))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/tags/1", "/lang"));
        Editor.patch(path, "\"0\"", Map.of("id", "x")).statusCode(422).body("errors[0].pointer", equalTo("/id"));
        Editor.patch(path, "\"0\"", List.of()).statusCode(422);
        assertThat(Editor.read(path).getInt("version")).isZero();
    }

    @Test
    void a_slug_can_change_and_the_old_one_leads_to_it() {
        Editor.patch(path, "\"0\"", Map.of("slug", "trains")).statusCode(200);

        Newsroom.get("/v1/articles/trains").statusCode(200);
        given().redirects()
                .follow(false)
                .get("/v1/articles/" + slug)
                .then()
                .statusCode(301)
                .header("Location", equalTo("/v1/articles/trains"));
        newsroom.anArticle("Night trains return")
                .in("news")
                .with("slug", slug)
                .sent()
                .statusCode(409);

        Editor.patch("/v1/manage/articles/trains", "\"1\"", Map.of("slug", slug))
                .statusCode(200);
        Newsroom.get("/v1/articles/" + slug).statusCode(200);
    }

    @Test
    void a_deleted_article_is_gone_for_readers_and_its_slugs_stay_taken() {
        String id = Editor.read(path).getString("id");
        Editor.patch(path, "\"0\"", Map.of("slug", "trains")).statusCode(200);

        Editor.delete("/v1/manage/articles/trains", "\"1\"").statusCode(204);

        for (String ref : List.of("trains", slug, id)) {
            Newsroom.get("/v1/articles/" + ref).statusCode(410);
            Editor.get("/v1/manage/articles/" + ref).statusCode(404);
        }
        newsroom.anArticle("Again").in("news").with("slug", slug).sent().statusCode(409);
        assertThat(Newsroom.read("/v1/articles").getList("items")).isEmpty();
        assertThat(newsroom.rows("select 1 from article_revision")).isEmpty();
    }

    @Test
    void a_deleted_draft_leaves_nothing_behind() {
        String draft = newsroom.anArticle("Never shown").in("news").created();

        Editor.delete("/v1/manage/articles/" + draft, Editor.ANY).statusCode(204);

        Newsroom.get("/v1/articles/" + draft).statusCode(404);
        newsroom.anArticle("Never shown").in("news").with("slug", draft).sent().statusCode(201);
    }

    @Test
    void a_published_article_needs_its_text() {
        Editor.put(path, "\"0\"", Map.of("title", "Empty", "section", "news"))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/body")));
    }
}
