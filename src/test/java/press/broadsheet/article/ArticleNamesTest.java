package press.broadsheet.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** One article under all the names it has, has had, or must not be known by. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ArticleNamesTest {
    private final Newsroom newsroom;
    private String draft;
    private String scheduled;

    ArticleNamesTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (draft != null) {
            return;
        }
        newsroom.clear();
        newsroom.section("News");
        newsroom.anArticle("Ferry back in service")
                .in("news")
                .with("slug", "ferry-returns")
                .published();
        newsroom.rename("ferry-returns", "ferry-back");
        newsroom.rename("ferry-back", "ferry");
        newsroom.anArticle("Taken back").in("news").published();
        newsroom.rename("taken-back", "gone");
        newsroom.withdraw("gone");
        draft = newsroom.anArticle("A draft").in("news").sent().extract().path("article.id");
        scheduled = newsroom.anArticle("To come")
                .in("news")
                .with("publishAt", Instant.now().plusSeconds(86_400).toString())
                .sent()
                .extract()
                .path("article.id");
        newsroom.rename("to-come", "coming");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/articles/ferry-returns,                          /v1/articles/ferry",
        "/v1/articles/ferry-back,                             /v1/articles/ferry",
        "/v1/articles/ferry-returns/page?related=2&ranking=3, /v1/articles/ferry/page?related=2&ranking=3",
        "/v1/articles/ferry-returns/related?lang=any,         /v1/articles/ferry/related?lang=any",
        "/v1/articles/ferry-returns/adjacent?tag=a%2Cb,       /v1/articles/ferry/adjacent?tag=a%2Cb",
        "/v1/articles/ferry-returns/counters,                 /v1/articles/ferry/counters"
    })
    void a_former_slug_leads_to_the_present_one(String from, String to) {
        Response moved =
                given().urlEncodingEnabled(false).redirects().follow(false).get(from);

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.header("Location")).isEqualTo(to);
        assertThat(moved.header("Cache-Control")).isEqualTo("max-age=5");
        assertThat(moved.asString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/page", "/related", "/adjacent", "/counters"})
    void what_was_withdrawn_is_gone_under_every_slug_it_had(String part) {
        for (String slug : List.of("gone", "taken-back")) {
            JsonPath problem = Newsroom.get("/v1/articles/" + slug + part)
                    .statusCode(410)
                    .extract()
                    .jsonPath();
            assertThat(problem.getString("code")).isEqualTo("gone");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/page", "/related", "/adjacent", "/counters"})
    void hidden_articles_answer_as_those_that_never_were(String part) {
        List<String> answers = Arrays.asList(
                problem("no-such-article", part),
                problem("a-draft", part),
                problem("coming", part),
                problem("to-come", part),
                problem(draft, part),
                problem(scheduled, part),
                problem(UUID.randomUUID().toString(), part),
                problem("Not_a_slug", part));

        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(answers.get(0)).contains("There is no article '…'.");
    }

    /** Status, headers and body, but for the request's name and the article's, both of which the request brings. */
    private static String problem(String reference, String part) {
        Response answer = given().get("/v1/articles/" + reference + part);
        assertThat(answer.statusCode()).isEqualTo(404);
        return headers(answer) + answer.asString().replace(reference, "…").replaceAll("\"requestId\":\"[^\"]+\"", "");
    }

    private static Map<String, String> headers(Response answer) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : answer.headers()) {
            if (!Set.of("X-Request-Id", "Server-Timing", "Cache-Status", "Date", "content-length", "Content-Length")
                    .contains(header.getName())) {
                headers.put(header.getName(), header.getValue());
            }
        }
        return headers;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/articles/ferry", "/v1/articles/no-such", "/v1/articles/gone", "/v1/articles/ferry-back"})
    void HEAD_gives_the_headers_of_GET(String path) {
        Response get = given().header("Accept-Encoding", "identity")
                .redirects()
                .follow(false)
                .get(path);
        Response head = given().header("Accept-Encoding", "identity")
                .redirects()
                .follow(false)
                .head(path);

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(headers(head)).isEqualTo(headers(get));
        // It may be left out, but not be another (RFC 9110, 8.6).
        assertThat(head.header("Content-Length")).isIn(get.header("Content-Length"), null);
        assertThat(head.asString()).isEmpty();
    }

    @Test
    void an_edit_makes_another_entity_tag_and_a_view_does_not() {
        newsroom.anArticle("Edited").in("news").published();
        String path = "/v1/articles/" + Newsroom.read("/v1/articles/edited").getString("id");
        String before = given().get(path).header("ETag");
        newsroom.views("edited", Instant.now(), 5);
        assertThat(conditional(path, before).statusCode()).isEqualTo(304);

        newsroom.rename("edited", "edited-again");
        Response after = conditional(path, before);

        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.header("ETag")).isNotEqualTo(before);
        assertThat(after.jsonPath().getString("slug")).isEqualTo("edited-again");
        assertThat(after.jsonPath().getInt("version")).isEqualTo(1);
        assertThat(conditional(path, after.header("ETag")).statusCode()).isEqualTo(304);
    }

    private static Response conditional(String path, String tag) {
        return given().header("If-None-Match", tag).get(path);
    }
}
