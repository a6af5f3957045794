package press.broadsheet.viewing;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.testing.Newsroom;

/** What browsers say of views, and which of them count. */
@QuarkusTest
class BeaconTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 ";

    /** Headers that are another one for each answer, whatever it is about. */
    private static final Set<String> VARYING = Set.of("x-request-id", "date", "server-timing", "ratelimit");

    private static final RestAssuredConfig RAW = RestAssured.config()
            .encoderConfig(
                    new EncoderConfig().encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT));

    private final Newsroom newsroom;
    private final ViewFlushing flushing;
    /** So that no test meets the visitors of another. */
    private final String browser = FIREFOX + UUID.randomUUID();
    /** No two articles ever have the same slug; but tests make them vanish, and the process remembers whose it was. */
    private final String story = "story-" + UUID.randomUUID();

    BeaconTest(Newsroom newsroom, ViewFlushing flushing) {
        this.newsroom = newsroom;
        this.flushing = flushing;
    }

    @BeforeEach
    void load() {
        flushing.flush();
        newsroom.clear();
        newsroom.section("News");
        newsroom.anArticle("Story").in("news").with("slug", story).published();
    }

    @Test
    void a_visitor_counts_once_and_two_count_twice() {
        view(story, browser);
        view(story, browser);
        view(story, browser + " two");

        assertThat(views(story)).isEqualTo(2);
        view(story, browser);
        assertThat(views(story)).isEqualTo(2);
    }

    @Test
    void an_article_is_the_same_under_its_id_and_its_slug() {
        String id = Newsroom.read("/v1/articles/" + story).getString("id");
        view(story, browser);
        view(id, browser + " two");
        flushing.flush();
        // Now that both are known to mean the same, they count as one.
        view(id, browser + " three");
        view(story, browser + " three");

        assertThat(views(story)).isEqualTo(3);
    }

    @Test
    void a_slug_that_it_had_before_counts_too() {
        newsroom.rename(story, story + "-of-the-day");
        view(story, browser);

        assertThat(views(story + "-of-the-day")).isEqualTo(1);
    }

    @Test
    void another_article_counts_for_itself() {
        newsroom.anArticle("Other").in("news").with("slug", "other-" + story).published();
        view(story, browser);
        view("other-" + story, browser);

        assertThat(views(story)).isEqualTo(1);
        assertThat(views("other-" + story)).isEqualTo(1);
    }

    @Test
    void a_robot_does_not_count() {
        view(story, "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        view(story, "");

        assertThat(views(story)).isEqualTo(1);
    }

    @Test
    void what_readers_do_not_see_leaves_no_row_and_gets_the_same_answer() {
        newsroom.anArticle("Draft").in("news").created();
        Map<String, String> known = headers(view(story, browser));

        for (String reference : List.of("draft", "nothing", UUID.randomUUID().toString(), "Not%20A%20Slug")) {
            assertThat(headers(view(reference, browser))).as(reference).isEqualTo(known);
        }
        assertThat(headers(view(story, browser))).isEqualTo(known);
        flushing.flush();
        assertThat(newsroom.rows("select distinct slug from article_view_total join article on id = article_id"))
                .containsExactly(List.of(story));
        assertThat(newsroom.rows("select article_id from article_views")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"text/plain;charset=UTF-8, {}", "application/json, {}", "text/plain, ''"})
    void what_a_browser_sends_along_is_not_read(String type, String body) {
        for (int time = 0; time < 2; time++) {
            from(browser)
                    .contentType(type)
                    .body(body)
                    .post("/v1/articles/" + story + "/views")
                    .then()
                    .statusCode(202);
        }

        assertThat(views(story)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 1025, 413",
        "application/json, 65536, 413",
        "application/x-www-form-urlencoded, 10, 415",
        "image/png, 10, 415"
    })
    void nothing_else_is_taken_and_asks_the_database_nothing(String type, int length, int status) {
        Response refused = from(browser)
                .config(RAW)
                .contentType(type)
                .body(new byte[length])
                .post("/v1/articles/" + story + "/views");

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.getHeader("Server-Timing"))
                .satisfiesAnyOf(timing -> assertThat(timing).isNull(), timing -> assertThat(timing)
                        .contains("0 statements"));
        assertThat(views(story)).isZero();
    }

    @Test
    void what_looks_like_many_views_is_one_view_of_what_the_path_names() {
        String ids = Stream.generate(UUID::randomUUID)
                .limit(20)
                .map(id -> "\"" + id + "\"")
                .collect(joining(","));
        for (String body :
                List.of("[" + ids + "]", "[".repeat(500) + "]".repeat(500), "{\"article\": {\"id\": [1]}}")) {
            Response taken =
                    from(browser).contentType("application/json").body(body).post("/v1/articles/" + story + "/views");

            assertThat(taken.statusCode()).isEqualTo(202);
            assertThat(taken.getHeader("Server-Timing")).contains("0 statements");
        }
        assertThat(views(story)).isEqualTo(1);
    }

    /** One without a body is taken in front of the REST stack. */
    @Test
    void a_view_with_a_body_gets_the_same_answer_as_one_without() {
        Response behind = from(browser).contentType("text/plain").body("{}").post("/v1/articles/" + story + "/views");

        assertThat(headers(view(story, browser + " two"))).isEqualTo(headers(behind));
        assertThat(views(story)).isEqualTo(2);
    }

    @Test
    void whoever_shows_a_key_is_asked_for_a_right_one() {
        from(browser)
                .header("Authorization", "Bearer wrong")
                .post("/v1/articles/" + story + "/views")
                .then()
                .statusCode(401);

        assertThat(views(story)).isZero();
    }

    @Test
    void another_method_is_told_which_there_is() {
        Response refused = given().get("/v1/articles/" + story + "/views");

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.getHeader("Allow")).isEqualTo("POST, OPTIONS");
    }

    @Test
    void a_view_costs_no_statement_of_its_own() {
        assertThat(view(story, browser).getHeader("Server-Timing")).contains("0 statements");
    }

    @Test
    void views_of_one_flush_are_one_row() {
        for (int visitor = 0; visitor < 50; visitor++) {
            view(story, browser + visitor);
        }

        assertThat(views(story)).isEqualTo(50);
        assertThat(newsroom.rows("select 1 from article_views").size()).isLessThanOrEqualTo(2);
    }

    private static Response view(String reference, String userAgent) {
        Response response = from(userAgent).urlEncodingEnabled(false).post("/v1/articles/" + reference + "/views");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.asByteArray()).isEmpty();
        return response;
    }

    private static RequestSpecification from(String userAgent) {
        return given().noContentType().header("User-Agent", userAgent);
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : response.headers()) {
            if (!VARYING.contains(header.getName().toLowerCase(Locale.ROOT))) {
                headers.put(header.getName(), header.getValue());
            }
        }
        return headers;
    }

    private int views(String slug) {
        flushing.flush();
        return Newsroom.read("/v1/articles/" + slug + "/counters").getInt("views");
    }
}
