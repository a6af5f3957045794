package press.broadsheet.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Copy;
import press.broadsheet.testing.Newsroom;

/** Feeds are asked for again and again, and change seldom. */
@QuarkusTest
class FeedCachingTest {
    private final Newsroom newsroom;

    FeedCachingTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("Sport");
        newsroom.tag("topic", "Rail");
        newsroom.tag("topic", "Sea");
        newsroom.author("Ada");
        newsroom.anArticle("Trains")
                .in("news")
                .tagged("rail")
                .by("ada")
                .with("featured", true)
                .published();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/latest.rss",
                "/feeds/tags/rail.atom",
                "/feeds/sections/news.json?content=full",
                "/sitemap.xml",
                "/robots.txt"
            })
    void what_is_unchanged_is_not_sent_again_and_costs_no_statement(String path) {
        Response first = given().get(path);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("ETag")).matches("\"[A-Za-z0-9_-]{22}(-gzip)?\"");
        assertThat(first.header("Last-Modified")).endsWith("GMT");
        assertThat(first.header("Cache-Control")).matches("public, max-age=\\d+, stale-while-revalidate=\\d+, .*");
        assertThat(first.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(first.header("Access-Control-Allow-Origin")).isIn("*", path.equals("/robots.txt") ? null : "*");
        await().until(() -> isKnown(path, first.header("ETag")));
    }

    @Test
    void last_modified_serves_as_well() {
        Response first = given().get("/feeds/tags/rail.rss");

        given().header("If-Modified-Since", first.header("Last-Modified"))
                .get("/feeds/tags/rail.rss")
                .then()
                .statusCode(first.header("Last-Modified").equals(first.header("Date")) ? 200 : 304);
    }

    @Test
    void a_head_says_what_a_get_would() {
        Response head = given().head("/feeds/latest.atom");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag"))
                .isEqualTo(given().get("/feeds/latest.atom").header("ETag"));
        assertThat(head.contentType()).isEqualTo("application/atom+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/latest.rss",
                "/feeds/tags/rail.rss",
                "/feeds/sections/news.rss",
                "/feeds/authors/ada.rss",
                "/feeds/collections/featured.rss",
                "/feeds/rankings/most-viewed.rss",
                "/sitemap-news.xml"
            })
    void a_change_of_an_article_changes_its_feeds_at_once(String path) {
        assertChanges(path, () -> Copy.of("/v1/manage/articles/trains").patch(Map.of("title", "Trams")));
        assertChanges(path, () -> Copy.of("/v1/manage/articles/trains")
                .patch(Map.of("section", "sport", "tags", List.of("sea"), "authors", List.of(), "title", "T")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/latest.rss", "/feeds/tags/rail.rss", "/sitemap-news.xml"})
    void what_is_taken_back_is_gone_from_them(String path) {
        assertThat(given().get(path).asString()).contains("Trains");
        assertChanges(path, () -> newsroom.withdraw("trains"));
        assertThat(given().get(path).asString()).doesNotContain("Trains");
    }

    @Test
    void another_name_changes_them_too() {
        assertChanges(
                "/feeds/tags/rail.rss", () -> Copy.of("/v1/manage/tags/rail").patch(Map.of("name", "Rails")));
        assertChanges("/feeds/latest.rss", () -> Copy.of("/v1/manage/tags/rail").patch(Map.of("name", "Railway")));
        assertChanges("/sitemap-" + YearMonth.now(ZoneOffset.UTC) + ".xml", () -> Copy.of("/v1/manage/sections/news")
                .patch(Map.of("slug", "noise")));
    }

    @Test
    void a_change_elsewhere_leaves_them_as_they_were() {
        newsroom.anArticle("Old").in("news").publishedAt(Instant.parse("2019-03-04T05:06:07Z"));
        assertStays("/feeds/tags/sea.rss", () -> Copy.of("/v1/manage/articles/trains")
                .patch(Map.of("title", "Trams")));
        assertStays("/sitemap-2019-03.xml", () -> Copy.of("/v1/manage/articles/trains")
                .patch(Map.of("title", "Ships")));
        assertChanges("/sitemap-2019-03.xml", () -> Copy.of("/v1/manage/articles/old")
                .patch(Map.of("publishedAt", "2019-04-04T05:06:07Z", "slug", "older")));
    }

    private static void assertChanges(String path, Runnable change) {
        String tag = given().get(path).header("ETag");
        change.run();
        assertThat(given().header("If-None-Match", tag).get(path).statusCode())
                .as(path)
                .isNotEqualTo(304);
    }

    private static void assertStays(String path, Runnable change) {
        String tag = given().get(path).header("ETag");
        // What was changed before is told twice: at once, and when the log is read.
        await().during(Duration.ofSeconds(1)).until(() -> isKnown(path, tag));
        change.run();
        assertThat(isKnown(path, tag)).as(path).isTrue();
    }

    /** Whether the answer is that nothing has changed, and cost no statement. */
    private static boolean isKnown(String path, String tag) {
        Response again = given().header("If-None-Match", tag).get(path);
        assertThat(again.statusCode()).as(path).isEqualTo(304);
        return again.header("Server-Timing").contains("0 statements");
    }
}
