package press.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** What search engines are told of an article can be put into a page as it stands in the answer. */
@QuarkusTest
class JsonLdTest {
    private static final String TITLE = "</script><!-- <script> ]]> & \u2028\u2029 'q' \"z\" \\";
    private static final Pattern JSON_LD = Pattern.compile("\"jsonLd\"\\s*:\\s*(\\{.*\\})\\s*\\}", Pattern.DOTALL);

    private final Newsroom newsroom;

    JsonLdTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        newsroom.author("Ada");
        newsroom.anArticle("One")
                .in("news")
                .tagged("rail")
                .by("ada")
                .with("summary", "s")
                .with("image", Map.of("url", "/i.png?a=1&b=2", "alt", "An i"))
                .published();
        String hostile = TITLE.replace("\\", "\\\\").replace("'", "''");
        newsroom.sql("update article set title = E'%1$s', summary = E'%1$s'".formatted(hostile));
        newsroom.sql("update tag set name = E'%s'".formatted(hostile));
        newsroom.sql("update author set name = E'%s'".formatted(hostile));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?pretty", "?fields=jsonLd", "?fields=jsonLd&pretty"})
    void nothing_in_it_ends_a_script(String query) {
        String body = Newsroom.get("/v1/articles/one" + query)
                .statusCode(200)
                .extract()
                .asString();
        MatchResult found = JSON_LD.matcher(body).results().findFirst().orElseThrow();

        assertThat(found.group(1)).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        JsonPath article = JsonPath.from(body);
        assertThat(article.getString("jsonLd.headline")).isEqualTo(TITLE);
        assertThat(article.getString("jsonLd.description")).isEqualTo(TITLE);
        assertThat(article.getString("jsonLd.keywords[0]")).isEqualTo(TITLE);
        assertThat(article.getString("jsonLd.author[0].name")).isEqualTo(TITLE);
        assertThat(article.getString("jsonLd.image[0]")).isEqualTo("https://test.example/i.png?a=1&b=2");
    }
}
