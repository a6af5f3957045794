package press.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** How questions are written, in which language, and what is answered to those that ask nothing. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class SyntaxTest {
    private final Newsroom newsroom;
    private boolean loaded;

    SyntaxTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        newsroom.clear();
        newsroom.section("News");
        article("Night trains", "en").published();
        article("Trains by night", "en-GB").published();
        article("Ferries", "en").published();
        article("Häuser am Fluss", "de-AT").published();
        article("Les écoles fermées", "fr").published();
        article("Новые школы", "ru").published();
        article("Saariston lautta", "tlh").published();
        newsroom.anArticle("Quoted & <b>marked</b>")
                .with("slug", "quoted-marked")
                .in("news")
                .with(
                        "body",
                        Map.of(
                                "html",
                                "<p>Plain &lt;script&gt;alert(1)&lt;/script&gt; zeppelin &amp; co, 2 &lt; 3 &gt; \"1\"</p>"))
                .published();
    }

    private Newsroom.Draft article(String title, String lang) {
        return newsroom.anArticle(title).in("news").with("lang", lang).with("body", Map.of("markdown", "."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "night trains | night-trains,trains-by-night",
                "\"night trains\" | night-trains",
                "\"night trains | night-trains",
                "ferries or \"night trains\" | ferries,night-trains",
                "trains -\"night trains\" | trains-by-night",
                "TRAIN | night-trains,trains-by-night",
                "ferry | ferries",
                "Haus | haeuser-am-fluss",
                "häuser | haeuser-am-fluss",
                "hauser | haeuser-am-fluss",
                "école | les-ecoles-fermees",
                "ecole fermee | les-ecoles-fermees",
                "школа | novyye-shkoly",
                "lautta | saariston-lautta"
            })
    void questions_find_what_web_search_would(String question, String slugs) {
        assertThat(Found.slugs(question)).containsExactlyInAnyOrder(slugs.split(",", -1));
    }

    @Test
    void a_word_of_no_article_finds_nothing() {
        assertThat(Found.slugs("zeppelins airships")).containsExactly("quoted-marked");
        assertThat(Found.slugs("airships")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the", "the and of", "\"to be or not to be\""})
    void what_has_stop_words_only_finds_no_article(String question) {
        JsonPath found = Found.by(question);

        assertThat(Found.slugs(found)).isEmpty();
        assertThat(found.getString("page.next")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=- | no-words",
                "q=OR+%7C+%26 | no-words",
                "q=%25 | no-words",
                "q=-night | no-words",
                "q=%22%22 | no-words",
                "q=+ | empty",
                "q= | empty",
                "lang=en | missing",
                "q=a%00b | bad-character",
                "q=%ff | bad-encoding",
                "q=night&cursor=forged | not-a-cursor",
                "q=night&limit=0 | out-of-range",
                "q=night&facets=state | not-allowed",
                "q=night&highlight=maybe | not-allowed",
                "q=night&fields=vector | not-allowed",
                "q=night&sort=title | unknown"
            })
    void a_question_that_asks_nothing_is_refused(String query, String code) {
        assertThat(Newsroom.get("/v1/search?" + query)
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.code"))
                .contains(code);
    }

    @Test
    void a_question_is_bounded() {
        Newsroom.get("/v1/search?q=" + "a%20".repeat(99) + "a").statusCode(200);
        Newsroom.get("/v1/search?q=" + "a".repeat(201)).statusCode(400);
        Newsroom.get("/v1/search?q=" + "a".repeat(10_000)).statusCode(414);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a & | !",
                "'':*",
                "night:*",
                "night:A",
                "\"",
                "night\"",
                "(((",
                "a <-> b",
                "\\",
                "night\\",
                "'night'",
                "=d0.739942 x",
                "'=cenglish' x",
                "x -",
                "--night x",
                "x -\"",
                "e-mail@example.org",
                "https://example.org/a?b=c&d=e x",
                "C++ 100% 3.14",
                "日本語",
                "ﷺ",
                "a" + "\u0301"
            })
    void whatever_is_asked_is_answered(String question) {
        Newsroom.get(Found.path(question) + "&highlight=true&facets=tag").statusCode(oneOf(200, 400));
    }

    @Test
    void marks_stand_in_html_in_which_all_else_is_escaped() {
        JsonPath found = Found.by("marked zeppelin", "&highlight=true");

        assertThat(found.getString("items[0].highlight.title"))
                .contains("<mark>marked</mark>")
                .doesNotContain("<b>");
        String body = found.getString("items[0].highlight.body[0]");
        assertThat(body)
                .contains("<mark>zeppelin</mark> &amp; co, 2 &lt; 3 &gt; &quot;1&quot;")
                .doesNotContain("<script");
        assertThat(found.getString("items[0].highlight.summary")).isNull();
        assertThat(Found.by("marked").<Map<String, Object>>getList("items").get(0))
                .doesNotContainKey("highlight");
    }

    @Test
    void only_what_is_asked_for_is_answered() {
        JsonPath found = Found.by("ferry", "&fields=article.title,match");

        assertThat(found.<Object>getList("items"))
                .isEqualTo(List.of(Map.of("match", "all", "article", Map.of("title", "Ferries"))));
    }

    @Test
    void a_misspelt_word_is_met_with_a_suggestion() {
        assertThat(Found.by("ferry").getString("suggestion")).isNull();
        assertThat(Found.by("ferrries").getString("suggestion")).isEqualTo("ferries");
        assertThat(Found.by("nightt trainz").getString("suggestion")).isEqualTo("night trains");
        assertThat(Found.by("xyzzyx").getString("suggestion")).isNull();
    }
}
