package press.broadsheet.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(CorsTest.WithEditor.class)
class CorsTest {
    private static final String EDITOR = "https://editor.example.org";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    public static class WithEditor implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("broadsheet.cors.management-origins", EDITOR + ",http://localhost:3000");
        }
    }

    @Test
    void what_readers_read_is_for_pages_of_any_origin_whether_or_not_they_say_theirs() {
        Response none = given().get("/v1/probes/x");
        Response some = given().header("Origin", "https://paper.example").get("/v1/probes/x");

        assertThat(none.header(ALLOW_ORIGIN)).isEqualTo("*");
        assertThat(some.header(ALLOW_ORIGIN)).isEqualTo("*");
        assertThat(some.header("Access-Control-Expose-Headers"))
                .isEqualTo(
                        "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Cache-Status, X-Request-Id");
        assertThat(some.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(some.header("Vary")).isEqualTo("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/probes/missing", "/feeds/latest.rss", "/sitemap.xml", "/openapi", "/v1/probes/x?q=%00"})
    void problems_of_readers_paths_can_be_read_by_pages_too(String path) {
        assertThat(given().urlEncodingEnabled(false)
                        .header("Origin", "https://paper.example")
                        .get(path)
                        .header(ALLOW_ORIGIN))
                .isEqualTo("*");
    }

    @Test
    void a_browser_may_ask_first_and_remember_the_answer_for_a_day() {
        Response answer = given().header("Origin", "https://paper.example")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/v1/probes/x");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("86400");
    }

    @Test
    void management_answers_to_the_listed_origins() {
        Response answer = given().header("Origin", EDITOR).get("/v1/manage/probes");

        assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(EDITOR);
        assertThat(answer.header("Vary")).isEqualTo("Origin");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void an_editors_page_may_ask_first_without_a_key() {
        Response answer = given().header("Origin", EDITOR)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .options("/v1/manage/probes");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(EDITOR);
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization", "If-Match");
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, PATCH, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "https://editor.example.org.evil.example",
                "https://editor.example.org:8443",
                "http://editor.example.org",
                "https://EDITOR.example.org",
                "https://evil.example/https://editor.example.org",
                "*"
            })
    void management_says_nothing_to_any_other_origin(String origin) {
        Response get = given().header("Origin", origin).get("/v1/manage/probes");
        Response preflight = given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .options("/v1/manage/probes");

        assertThat(get.headers().asList()).noneMatch(header -> header.getName().startsWith("Access-Control-"));
        assertThat(preflight.headers().asList())
                .noneMatch(header -> header.getName().startsWith("Access-Control-"));
        assertThat(get.header("Vary")).isEqualTo("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/managers", "/v1/manage-probes"})
    void a_path_that_only_begins_like_management_is_not(String path) {
        assertThat(given().header("Origin", "https://paper.example").get(path).header(ALLOW_ORIGIN))
                .isEqualTo("*");
    }
}
