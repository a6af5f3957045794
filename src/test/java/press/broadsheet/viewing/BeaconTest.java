package press.broadsheet.viewing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** What browsers say of views, and which of them count. */
@QuarkusTest
class BeaconTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 ";

    /** Headers that are another one for each answer, whatever it is about. */
    private static final Set<String> VARYING = Set.of("x-request-id", "date", "server-timing", "ratelimit");

    private final Newsroom newsroom;
    private final ViewFlushing flushing;
    /** So that no test meets the visitors of another. */
    private final String browser = FIREFOX + UUID.randomUUID();

    BeaconTest(Newsroom newsroom, ViewFlushing flushing) {
        this.newsroom = newsroom;
        this.flushing = flushing;
    }

    @BeforeEach
    void load() {
        flushing.flush();
        newsroom.clear();
        newsroom.section("News");
        newsroom.anArticle("Story").in("news").published();
    }

    @Test
    void a_visitor_counts_once_and_two_count_twice() {
        view("story", browser);
        view("story", browser);
        view("story", browser + " two");

        assertThat(views("story")).isEqualTo(2);
        view("story", browser);
        assertThat(views("story")).isEqualTo(2);
    }

    @Test
    void an_article_is_the_same_under_its_id_and_its_slug() {
        String id = Newsroom.read("/v1/articles/story").getString("id");
        view("story", browser);
        view(id, browser + " two");
        flushing.flush();
        // Now that both are known to mean the same, they count as one.
        view(id, browser + " three");
        view("story", browser + " three");

        assertThat(views("story")).isEqualTo(3);
    }

    @Test
    void a_slug_that_it_had_before_counts_too() {
        newsroom.rename("story", "story-of-the-day");
        view("story", browser);

        assertThat(views("story-of-the-day")).isEqualTo(1);
    }

    @Test
    void another_article_counts_for_itself() {
        newsroom.anArticle("Other").in("news").published();
        view("story", browser);
        view("other", browser);

        assertThat(views("story")).isEqualTo(1);
        assertThat(views("other")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
                "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36"
            })
    void robots_do_not_count(String robot) {
        view("story", robot);

        assertThat(views("story")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1",
                "okhttp/5.3.0",
                ""
            })
    void readers_do(String reader) {
        view("story", reader);

        assertThat(views("story")).isEqualTo(1);
    }

    @Test
    void what_readers_do_not_see_leaves_no_row_and_gets_the_same_answer() {
        newsroom.anArticle("Draft").in("news").created();
        Map<String, String> known = headers(view("story", browser));

        for (String reference : List.of("draft", "nothing", UUID.randomUUID().toString(), "Not%20A%20Slug")) {
            assertThat(headers(view(reference, browser))).as(reference).isEqualTo(known);
        }
        assertThat(headers(view("story", browser))).isEqualTo(known);
        flushing.flush();
        assertThat(newsroom.rows("select distinct slug from article_view_total join article on id = article_id"))
                .containsExactly(List.of("story"));
        assertThat(newsroom.rows("select article_id from article_views")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"text/plain;charset=UTF-8, {}", "application/json, {}", "text/plain, ''"})
    void what_a_browser_sends_along_is_not_read(String type, String body) {
        for (int time = 0; time < 2; time++) {
            from(browser)
                    .contentType(type)
                    .body(body)
                    .post("/v1/articles/story/views")
                    .then()
                    .statusCode(202);
        }

        assertThat(views("story")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 1025, 413",
        "application/json, 65536, 413",
        "application/x-www-form-urlencoded, 10, 415",
        "image/png, 10, 415"
    })
    void nothing_else_is_taken(String type, int length, int status) {
        Response refused =
                from(browser).contentType(type).body(new byte[length]).post("/v1/articles/story/views");

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(views("story")).isZero();
    }

    @Test
    void another_method_is_told_which_there_is() {
        Response refused = given().get("/v1/articles/story/views");

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.getHeader("Allow")).isEqualTo("POST, OPTIONS");
    }

    @Test
    void a_view_costs_no_statement_of_its_own() {
        assertThat(view("story", browser).getHeader("Server-Timing")).contains("0 statements");
    }

    @Test
    void views_of_one_flush_are_one_row() {
        for (int visitor = 0; visitor < 50; visitor++) {
            view("story", browser + visitor);
        }

        assertThat(views("story")).isEqualTo(50);
        assertThat(newsroom.rows("select 1 from article_views").size()).isLessThanOrEqualTo(2);
    }

    private static Response view(String reference, String userAgent) {
        Response response = from(userAgent).urlEncodingEnabled(false).post("/v1/articles/" + reference + "/views");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.asByteArray()).isEmpty();
        return response;
    }

    private static RequestSpecification from(String userAgent) {
        return given().header("User-Agent", userAgent);
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
