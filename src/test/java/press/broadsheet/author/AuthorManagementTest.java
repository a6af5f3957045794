package press.broadsheet.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

        assertThat(answer.header("Location")).endsWith(AUTHORS + "/" + answer.path("id"));
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
}
