package press.broadsheet.welcome;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class LandingTest {
    /** What Chromium sends. */
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private static final String URL = "http://localhost:8080";
    private static final Pattern LINE = Pattern.compile("curl '" + URL + "(/[^']*)'");

    private final Newsroom newsroom;

    LandingTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void publish() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.anArticle("Ferry back").in("news").published();
    }

    @Test
    void a_browser_gets_a_page_and_everybody_else_the_index() {
        assertThat(get(BROWSER).contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(get("text/html").contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(get("application/json").contentType()).startsWith("application/json");
        assertThat(get("application/json, text/html;q=0.5").contentType()).startsWith("application/json");
        assertThat(get("*/*").contentType()).startsWith("application/json");
        assertThat(get("image/png").statusCode()).isEqualTo(406);
    }

    @Test
    void the_three_lines_work_as_they_stand_there() {
        List<String> lines = page().select(".lines code").eachText();

        assertThat(lines).hasSize(3).allSatisfy(line -> {
            assertThat(line).matches(LINE);
            String target = LINE.matcher(line)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElseThrow();
            Response answer = given().urlEncodingEnabled(false).get(target);
            assertThat(answer.statusCode()).as(line).isEqualTo(200);
            assertThat(answer.asString()).as("indented").startsWith("{\n");
        });
    }

    @TestFactory
    Stream<DynamicTest> every_link_of_the_page_and_of_the_index_leads_somewhere() {
        Stream<String> page = page().select("a[href^=/], link[href], script[src]").stream()
                .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"));
        Stream<String> index = get("application/json").jsonPath().getList("links.url", String.class).stream()
                .map(url -> url.substring(URL.length()));
        return Stream.concat(page, index)
                .distinct()
                .map(path -> DynamicTest.dynamicTest(
                        path, () -> assertThat(given().accept(BROWSER).get(path).statusCode())
                                .isEqualTo(200)));
    }

    @Test
    void the_page_says_what_the_index_says() {
        assertThat(page().select(".entrances a").eachAttr("href"))
                .isEqualTo(get("application/json").jsonPath().getList("links.url", String.class).stream()
                        .map(url -> url.substring(URL.length()))
                        .toList());
    }

    @Test
    void whoever_has_the_page_is_sent_nothing_unless_it_is_the_index_that_is_wanted() {
        // What another test scheduled cuts it short until it is due.
        Response page = await().until(() -> get(BROWSER), answer -> answer.header("Cache-Control")
                .startsWith("public, max-age=60"));

        assertThat(page.header("Vary")).isEqualTo("Accept, Accept-Encoding");
        for (int time = 0; time < 2; time++) {
            Response again = given().accept(BROWSER)
                    .header("If-None-Match", page.header("ETag"))
                    .get("/");
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.header("Vary")).isEqualTo("Accept, Accept-Encoding");
            assertThat(again.header("Content-Security-Policy")).isEqualTo(page.header("Content-Security-Policy"));
            assertThat(given().accept("application/json")
                            .header("If-None-Match", page.header("ETag"))
                            .get("/")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_page_is_small_and_compressed_on_its_way() {
        Response packed =
                given().accept(BROWSER).header("Accept-Encoding", "gzip").get("/");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(Integer.parseInt(packed.header("Content-Length"))).isLessThan(8_000);
    }

    @Test
    void a_parameter_that_nothing_knows_is_refused_here_too() {
        assertThat(given().accept(BROWSER).get("/?colour=red").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/problems", "/problems/not-found", "/docs", "/demo/ferry-back"})
    void no_page_holds_a_script_or_loads_from_elsewhere(String path) {
        Response answer = given().accept(BROWSER).get(path);
        Document page = Jsoup.parse(answer.asString());

        assertThat(policy(answer, "default-src")).containsExactly("'none'");
        assertThat(policy(answer, "script-src")).isSubsetOf("'self'");
        assertThat(policy(answer, "frame-ancestors")).containsExactly("'none'");
        assertThat(page.select("script:not([src]), [style], style, [onclick], [onload]"))
                .isEmpty();
        assertThat(page.select("[src], link[href]").stream().map(LandingTest::source))
                .allMatch(source -> source.matches("/[^/].*"));
        assertThat(page.select("html[lang], title, meta[name=viewport], main, h1"))
                .hasSize(5);
    }

    private static String source(Element element) {
        return element.hasAttr("src") ? element.attr("src") : element.attr("href");
    }

    private static List<String> policy(Response answer, String directive) {
        return Pattern.compile("(?:^|; )" + directive + " ([^;]+)")
                .matcher(answer.header("Content-Security-Policy"))
                .results()
                .map(MatchResult::group)
                .flatMap(found ->
                        Stream.of(found.replaceFirst(".*" + directive + " ", "").split(" ")))
                .toList();
    }

    private static Document page() {
        return Jsoup.parse(get(BROWSER).asString());
    }

    private static Response get(String accept) {
        return given().accept(accept).get("/");
    }
}
