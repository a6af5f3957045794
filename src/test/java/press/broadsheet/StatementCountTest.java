package press.broadsheet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.content.Keys;
import press.broadsheet.testing.Newsroom;

/** What an answer costs in statements, whatever its length. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class StatementCountTest {
    private static final Pattern STATEMENTS = Pattern.compile("db;desc=\"(\\d+) statements?\"");
    private static final int ARTICLES = 60;

    private final Newsroom newsroom;
    private boolean loaded;

    StatementCountTest(Newsroom newsroom) {
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
        newsroom.section("City", "news");
        newsroom.tag("topic", "Rail");
        newsroom.tag("place", "Harbour");
        newsroom.author("Ada");
        newsroom.author("Bo");
        Instant now = Instant.now();
        for (int number = 0; number < ARTICLES; number++) {
            newsroom.anArticle("Story " + number)
                    .in(number % 2 == 0 ? "news" : "city")
                    .tagged("rail", "harbour")
                    .by("ada", "bo")
                    .publishedAt(now.minus(Duration.ofMinutes(number + 1L)));
        }
        newsroom.views("story-1", now, 10);
        // The tags are counted a second late, which changes them once more.
        await().until(() -> Newsroom.read("/v1/tags/rail").getInt("articles") == ARTICLES);
    }

    @Test
    void an_article_takes_three() {
        assertThat(statements("/v1/articles/story-1")).isEqualTo(3);
    }

    @Test
    void an_article_without_what_costs_takes_one() {
        assertThat(statements("/v1/articles/story-1?fields=id,title,url")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=1",
                "limit=20",
                "limit=50",
                "limit=20&tag=rail",
                "limit=20&tag=rail&tag=harbour",
                "limit=20&section=news",
                "limit=20&author=ada",
                "limit=20&sort=title",
                "limit=20&include=bodies,tags,authors"
            })
    void a_list_takes_four_whatever_its_length(String query) {
        assertThat(statements("/v1/articles?" + query)).isEqualTo(4);
    }

    @Test
    void related_articles_take_the_same_whatever_their_number_and_one_more_to_explain() {
        String related = "/v1/articles/story-1/related?limit=";
        int one = statements(related + "1");

        assertThat(one).isLessThanOrEqualTo(9);
        assertThat(statements(related + "50")).isEqualTo(one);
        assertThat(statements(related + "40&explain=true")).isEqualTo(one + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=story",
                "q=story&limit=50&tag=rail&section=news",
                "q=story%20rail&highlight=true&facets=section,tag,author,year"
            })
    void a_search_takes_nine_at_most(String query) {
        assertThat(statements("/v1/search?" + query)).isLessThanOrEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?related=20&ranking=20&recommendations=20", "?related=1&ranking=1&recommendations=1"})
    void a_page_takes_twelve_whatever_its_sizes(String query) {
        assertThat(statements("/v1/articles/story-1/page" + query)).isLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/latest.rss?limit=1, 4",
        "/feeds/latest.rss?limit=50&content=full, 4",
        "/feeds/latest.json?tag=rail&section=news, 4",
        "/feeds/tags/rail.atom?limit=50, 5",
        "/feeds/sections/news.json, 5",
        "/feeds/authors/ada.rss, 5",
        "/feeds/collections/featured.rss, 2",
        "/feeds/rankings/most-viewed.rss, 6",
        "/sitemap.xml, 1",
        "/sitemap-news.xml, 1",
        "/robots.txt, 0"
    })
    void a_feed_takes_as_many_as_its_list(String path, int most) {
        assertThat(statements(path)).isEqualTo(most);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles/story-1",
                "/v1/articles?limit=20",
                "/feeds/tags/rail.atom",
                "/sitemap.xml",
                "/v1/tags",
                "/v1/sections"
            })
    void an_answer_that_is_known_to_be_unchanged_takes_none(String path) {
        String tag = given().get(path).getHeader("ETag");
        Response again = given().header("If-None-Match", tag).get(path);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(statements(again)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/articles?limit=0",
                "/v1/articles?limit=101",
                "/v1/articles?sort=author.email",
                "/v1/articles?colour=red",
                "/v1/articles?cursor=v1.forged",
                "/v1/articles?fields=password",
                "/v1/articles?publishedAfter=yesterday",
                "/v1/articles/Not%20A%20Slug",
                "/v1/articles/%22%3B--",
                "/v1/search?q=-",
                "/v1/rankings/most-viewed?window=2h",
                "/v1/rankings/most-secret",
                "/v1/counters",
                "/v1/tags?type=secret",
                "/feeds/latest.xml",
                "/feeds/latest.rss?limit=0",
                "/feeds/tags/Not%20A%20Slug.rss",
                "/feeds/rankings/most-secret.atom",
                "/sitemap-2026-13.xml"
            })
    void a_malformed_request_takes_none(String path) {
        Response refused = given().urlEncodingEnabled(false).get(path);

        assertThat(refused.statusCode()).isBetween(400, 404);
        assertThat(statements(refused)).isZero();
    }

    /** Of a load: what was kept is made stale before. */
    private int statements(String path) {
        Object id = newsroom.rows("select id from article where slug = 'story-1'")
                .get(0)
                .get(0);
        newsroom.tell(Set.of(Keys.ARTICLES, Keys.CARDS, Keys.article((UUID) id)));
        Response response = given().get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return statements(response);
    }

    /** As the answer says; where no statement ran it need not say so. */
    private static int statements(Response response) {
        String timing = response.getHeader("Server-Timing");
        if (timing == null) {
            return 0;
        }
        Matcher matcher = STATEMENTS.matcher(timing);
        assertThat(matcher.find()).as(timing).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
