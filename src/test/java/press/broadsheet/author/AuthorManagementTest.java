package press.broadsheet.author;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Copy;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class AuthorManagementTest {
    private static final String AUTHORS = "/v1/manage/authors";

    private final Newsroom newsroom;

    AuthorManagementTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
    }

    @Test
    void an_author_is_answered_as_readers_find_them() {
        Map<String, Object> draft = Map.of(
                "name", "Imogen Hartley",
                "title", "City editor",
                "bio", "Since 2009.",
                "image", Map.of("url", "/imogen.jpg", "alt", "Imogen"));

        Response answer =
                Newsroom.post(AUTHORS, draft).statusCode(201).extract().response();

        assertThat(answer.header("Location")).isEqualTo(AUTHORS + "/" + answer.path("id"));
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(Newsroom.read("/v1/authors/imogen-hartley").getMap(""))
                .isEqualTo(answer.jsonPath().getMap(""))
                .containsEntry("title", "City editor");
    }

    @Test
    void faults_are_named_with_pointers() {
        Map<String, Object> draft =
                Map.of("name", " ", "bio", "x".repeat(4001), "image", Map.of("url", "nowhere"), "email", "i@h.example");

        assertThat(Newsroom.post(
                                AUTHORS,
                                Map.of("name", " ", "bio", "x".repeat(4001), "image", Map.of("url", "nowhere")))
                        .statusCode(422)
                        .extract()
                        .jsonPath()
                        .getList("errors.pointer"))
                .containsExactlyInAnyOrder("/name", "/bio", "/image/url");
        assertThat(Newsroom.post(AUTHORS, draft)
                        .statusCode(422)
                        .extract()
                        .jsonPath()
                        .getList("errors.pointer"))
                .contains("/email");
    }

    @Test
    void a_slug_that_is_taken_is_refused_and_a_name_may_come_twice() {
        newsroom.author("Ada");
        newsroom.author("Ada");

        assertThat(Newsroom.read("/v1/authors").getList("items.slug")).containsExactlyInAnyOrder("ada", "ada-2");
        Newsroom.post(AUTHORS, Map.of("name", "Bo", "slug", "ada")).statusCode(409);
    }

    @Test
    void an_image_is_patched_field_by_field_checked_and_taken_away() {
        Newsroom.post(AUTHORS, Map.of("name", "Ada", "image", Map.of("url", "/ada.jpg", "alt", "Ada")))
                .statusCode(201);

        Copy.of(AUTHORS + "/ada")
                .patch(Map.of("image", Map.of("credit", "Courier")))
                .statusCode(200)
                .body("image.url", equalTo("/ada.jpg"))
                .body("image.alt", equalTo("Ada"))
                .body("image.credit", equalTo("Courier"));
        Copy.of(AUTHORS + "/ada")
                .patch(Map.of("image", Map.of("url", "nowhere")))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/image/url")));
        Copy.of(AUTHORS + "/ada")
                .patch(Collections.singletonMap("image", null))
                .statusCode(200)
                .body("image", nullValue());
    }

    @Test
    void the_articles_of_an_author_show_a_new_name_at_once_and_are_found_under_every_slug() {
        newsroom.section("News");
        newsroom.author("Ada");
        newsroom.anArticle("Ships").in("news").by("ada").published();
        String tag = Newsroom.get("/v1/articles?author=ada").extract().header("ETag");

        Copy.of(AUTHORS + "/ada")
                .patch(Map.of("name", "Ada Quill", "slug", "ada-quill"))
                .statusCode(200);

        for (String slug : List.of("ada", "ada-quill")) {
            given().header("If-None-Match", tag)
                    .get("/v1/articles?author=" + slug)
                    .then()
                    .statusCode(200)
                    .body("items[0].authors[0].name", equalTo("Ada Quill"));
        }
        assertThat(Newsroom.read("/v1/articles/ships").getList("authors.slug")).containsExactly("ada-quill");
    }

    @Test
    void an_author_whom_articles_name_is_not_deleted() {
        newsroom.section("News");
        newsroom.author("Ada");
        newsroom.anArticle("Ships").in("news").by("ada").created();

        Copy.of(AUTHORS + "/ada").delete().statusCode(409).body("detail", containsString("1 article:"));
    }
}
