package press.broadsheet.listing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** A client that has no entity tags, only dates, is never told that a list is unchanged when it is not. */
@QuarkusTest
class LastModifiedTest {
    private static final String LIST = "/v1/articles";

    private final Newsroom newsroom;

    LastModifiedTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void publish() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        newsroom.anArticle("Stays").in("news").published();
        newsroom.anArticle("Goes").in("news").published();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LIST,
                "/v1/articles/stays/adjacent",
                "/v1/articles/stays/related",
                "/v1/recommendations",
                "/v1/resolve?path=/news/goes"
            })
    void what_loses_an_article_has_changed(String path) {
        String before = settled(path);

        newsroom.withdraw("goes");

        assertThat(since(before, path).statusCode()).isEqualTo(200);
    }

    @Test
    void what_gains_an_article_by_the_clock_has_changed() {
        newsroom.anArticle("Comes")
                .in("news")
                .with("publishAt", Instant.now().plusSeconds(3).toString())
                .sent()
                .statusCode(201);
        String before = settled(LIST);
        assertThat(since(before, LIST).statusCode()).isEqualTo(304);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> since(before, LIST).statusCode() == 200
                        && since(before, LIST).asString().contains("Comes"));
    }

    @Test
    void what_is_included_counts_like_the_rest() {
        newsroom.anArticle("Tagged").in("news").tagged("rail").published();
        String path = "/v1/articles/tagged?fields=id,included&include=tags";
        await().until(() -> Newsroom.read("/v1/tags/rail").getInt("articles") == 1);
        String tag = given().get(path).header("ETag");

        newsroom.anArticle("Tagged too").in("news").tagged("rail").published();
        await().until(() -> Newsroom.read("/v1/tags/rail").getInt("articles") == 2);

        assertThat(given().header("If-None-Match", tag).get(path).statusCode()).isEqualTo(200);
        assertThat(Newsroom.read(path).getInt("included.tags[0].articles")).isEqualTo(2);
    }

    /** Asked for again until what it says is over: the date of a change is told in full seconds, from the next one on. */
    private static String settled(String path) {
        await().until(() ->
                since(given().get(path).header("Last-Modified"), path).statusCode() == 304);
        return given().get(path).header("Last-Modified");
    }

    private static Response since(String date, String path) {
        return given().header("If-Modified-Since", date).get(path);
    }
}
