package press.broadsheet.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Copy;
import press.broadsheet.testing.Newsroom;

/** Where feeds are, and how they are found. */
@QuarkusTest
class FeedAddressTest {
    private final Newsroom newsroom;

    FeedAddressTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        newsroom.author("Ada");
        newsroom.anArticle("Trains").in("news").tagged("rail").by("ada").published();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/latest.rss", "/feeds/tags/rail.atom", "/feeds/latest.json", "/sitemap.xml"})
    void the_host_of_a_request_is_never_believed(String path) {
        String body = given().header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .get(path)
                .asString();

        assertThat(body).contains("http").doesNotContain("evil.example");
    }

    @Test
    void one_feed_has_one_address_however_it_was_asked_for() {
        assertThat(self("/feeds/tags/" + idOf("tags", "rail") + ".json?limit=20&content=summary&pretty"))
                .isEqualTo("http://localhost:8080/feeds/tags/rail.json");
        assertThat(self("/feeds/latest.json?tag=rail&limit=5&section=news&pretty"))
                .isEqualTo("http://localhost:8080/feeds/latest.json?limit=5&section=news&tag=rail");
    }

    @Test
    void a_feed_is_the_same_for_ever_whatever_its_list_is_called() {
        String before = atomId("/feeds/tags/rail.atom");
        Copy.of("/v1/manage/tags/rail").patch(Map.of("slug", "railways", "name", "Railways"));

        assertThat(atomId("/feeds/tags/railways.atom?limit=5"))
                .isEqualTo(before)
                .endsWith("/feeds/tags/" + idOf("tags", "railways"));
    }

    @Test
    void a_former_name_leads_to_the_feed_in_the_same_format() {
        Copy.of("/v1/manage/tags/rail").patch(Map.of("slug", "railways"));

        Response moved = given().redirects().follow(false).get("/feeds/tags/rail.atom?limit=5");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.header("Location")).isEqualTo("/feeds/tags/railways.atom?limit=5");
        assertThat(given().get("/feeds/tags/rail.atom").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/latest.xml, 404",
        "/feeds/latest, 404",
        "/feeds/tags/rail.txt, 404",
        "/feeds/tags/rail, 404",
        "/feeds/tags/none.rss, 404",
        "/feeds/rankings/most-secret.rss, 404",
        "/feeds/search.rss, 400",
        "/feeds/search.rss?q=-rail, 400",
        "/feeds/latest.rss?limit=101, 400",
        "/feeds/latest.rss?content=all, 400",
        "/feeds/latest.rss?cursor=x, 400",
        "/feeds/tags/rail.rss?tag=sea, 400"
    })
    void what_there_is_not_is_refused(String path, int status) {
        Newsroom.get(path).statusCode(status).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/articles                            | /feeds/latest.rss",
                "/v1/articles?tag=rail&limit=5&fields=id | /feeds/latest.rss?tag=rail",
                "/v1/articles?sort=-publishedAt          | /feeds/latest.rss",
                "/v1/sections/news                       | /feeds/sections/news.rss",
                "/v1/tags/rail                           | /feeds/tags/rail.rss",
                "/v1/authors/ada                         | /feeds/authors/ada.rss",
                "/v1/collections/featured                | /feeds/collections/featured.rss",
                "/v1/rankings/trending?window=7d&limit=3 | /feeds/rankings/trending.rss?window=7d",
                "/v1/search?q=rail&section=news&limit=3  | /feeds/search.rss?q=rail&section=news"
            })
    void a_list_says_where_its_feeds_are(String list, String feed) {
        String links = String.join(", ", given().get(list).headers().getValues("Link"));

        assertThat(links)
                .contains("<" + feed + ">; rel=\"alternate\"; type=\"application/rss+xml\"")
                .contains("<" + feed.replace(".rss", ".atom") + ">; rel=\"alternate\"; type=\"application/atom+xml\"")
                .contains("<" + feed.replace(".rss", ".json") + ">; rel=\"alternate\"; type=\"application/feed+json\"");
        assertThat(given().get(feed).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/articles?sort=title", "/v1/articles?limit=101", "/v1/tags", "/v1/tags/none", "/v1/site"})
    void what_is_no_feed_says_nothing(String path) {
        assertThat(given().get(path).headers().getValues("Link")).noneMatch(link -> link.contains("alternate"));
    }

    private static String self(String path) {
        return Newsroom.read(path).getString("feed_url");
    }

    private static String atomId(String path) {
        return Parsed.texts(Parsed.strictly(path).getDocumentElement(), "id").get(0);
    }

    private static String idOf(String kind, String slug) {
        return Newsroom.read("/v1/" + kind + "/" + slug).getString("id");
    }
}
