package press.broadsheet.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** The site as of an instant: what is scheduled until then is there, and what ends before it is not. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class SitePreviewTest {
    private final Newsroom newsroom;
    private final Instant now = Instant.now();
    private final Instant noon = now.plusSeconds(3 * 3600);
    private String site;

    SitePreviewTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (site != null) {
            return;
        }
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        newsroom.author("Ada");
        article("Present").publishedAt(now.minusSeconds(60));
        article("Ending").with("unpublishAt", noon.minusSeconds(60).toString()).publishedAt(now.minusSeconds(120));
        article("Coming").with("publishAt", noon.minusSeconds(120).toString()).created();
        article("Later").with("publishAt", noon.plusSeconds(60).toString()).created();
        article("Draft").created();
        article("Renamed").publishedAt(now.minusSeconds(180));
        newsroom.rename("renamed", "present-name");
        newsroom.sql("""
                insert into article_views (hour, article_id, views)
                select date_trunc('hour', now()), id, 7 from article where slug in ('coming', 'later', 'draft')""");
        newsroom.views("ending", now, 9);
        newsroom.views("present", now, 8);
        site = Previews.ofSite(noon);
    }

    private Newsroom.Draft article(String title) {
        return newsroom.anArticle(title).in("news").tagged("rail").by("ada").with("featured", true);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/articles,                         items.slug",
        "/v1/articles?tag=rail,                items.slug",
        "/v1/articles?author=ada,              items.slug",
        "/v1/articles?section=news,            items.slug",
        "/v1/collections/featured,             items.slug",
        "/v1/rankings/most-viewed,             items.article.slug",
        "/v1/rankings/trending?window=7d,      items.article.slug",
        "/v1/articles/present-name/related,    items.article.slug",
        "/v1/search?q=text,                    items.article.slug"
    })
    void lists_hold_what_readers_will_see_then(String path, String slugs) {
        assertThat(Newsroom.read(path).getList(slugs, String.class))
                .contains("present", "ending")
                .doesNotContain("coming", "later", "draft");
        assertThat(Newsroom.read(site + path).getList(slugs, String.class))
                .contains("present", "coming")
                .doesNotContain("ending", "later", "draft");
    }

    @Test
    void an_article_that_is_to_come_can_be_read_and_its_page_too() {
        Newsroom.get("/v1/articles/coming").statusCode(404);
        assertThat(Newsroom.read(site + "/v1/articles/coming").getString("title"))
                .isEqualTo("Coming");
        JsonPath page = Newsroom.read(site + "/v1/articles/coming/page");
        assertThat(page.getString("article.title")).isEqualTo("Coming");
        assertThat(page.getString("previous.title")).isEqualTo("Present");
        assertThat(page.prettify()).doesNotContain("Ending", "Later", "Draft");
        assertThat(Newsroom.read("/v1/articles/present/page").prettify())
                .contains("Ending")
                .doesNotContain("Coming");
        assertThat(Newsroom.read(site + "/v1/resolve?path=/news/coming").getString("kind"))
                .isEqualTo("article");
        assertThat(Newsroom.read(site + "/v1/articles?count=exact").getInt("page.total.value"))
                .isEqualTo(3);
    }

    @Test
    void what_is_not_there_yet_is_not_found_and_what_has_ended_is_gone() {
        Newsroom.get(site + "/v1/articles/draft").statusCode(404);
        Newsroom.get(site + "/v1/articles/later").statusCode(404);
        Newsroom.get(site + "/v1/articles/ending").statusCode(410);
        Newsroom.get(site + "/v1/articles?status=draft").statusCode(400);
    }

    @Test
    void nobody_may_keep_an_answer_and_no_cache_of_this_server_learns_from_it() {
        String known = given().get("/v1/articles").getHeader("ETag");
        Response previewed = given().header("If-None-Match", known + ", *").get(site + "/v1/articles");

        assertThat(previewed.statusCode()).isEqualTo(200);
        assertThat(previewed.headers().getValues("Cache-Control")).containsExactly("private, no-store");
        for (String header : List.of("ETag", "Last-Modified", "Surrogate-Key", "Cache-Tag", "Age", "Expires")) {
            assertThat(previewed.getHeader(header)).as(header).isNull();
        }
        given().header("If-None-Match", known).get("/v1/articles").then().statusCode(304);
        Newsroom.get(site + "/v1/articles/none").statusCode(404).header("Cache-Control", "private, no-store");
    }

    @Test
    void a_public_request_between_two_previews_sees_the_present() {
        List<Boolean> answers = IntStream.range(0, 400)
                .parallel()
                .mapToObj(number -> number % 2 == 0
                        ? !slugs("/v1/articles?limit=" + (number % 90 + 10)).contains("coming")
                        : slugs(site + "/v1/articles?limit=" + (number % 90 + 10))
                                .contains("coming"))
                .toList();

        assertThat(answers).doesNotContain(false);
        for (int connection = 0; connection < 25; connection++) {
            assertThat(newsroom.rows("""
                            select coalesce(current_setting('broadsheet.as_of', true), ''),
                                   current_setting('search_path') like 'preview%',
                                   current_setting('transaction_read_only')""")).containsExactly(List.of("", false, "off"));
        }
    }

    @Test
    void the_links_of_a_list_lead_on_under_the_token() {
        Response first = given().get(site + "/v1/articles?limit=1&tag=rail");
        String next = first.getHeader("Link").replaceFirst("^<([^>]+)>; rel=\"next\".*", "$1");

        assertThat(first.jsonPath().getList("items.slug")).isEqualTo(List.of("coming"));
        assertThat(next).startsWith(site + "/v1/articles?");
        assertThat(slugs(next)).containsExactly("present");
        assertThat(given().redirects()
                        .follow(false)
                        .get(site + "/v1/articles/renamed?pretty")
                        .getHeader("Location"))
                .isEqualTo(site + "/v1/articles/present-name?pretty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/article",
                "/v1",
                "/v1/articlesandmore",
                "/v1/changes",
                "/v1/changes/stream",
                "/v1/manage/articles",
                "/v1/manage/previews",
                "/v1/previews/x/v1/articles",
                "/v1/%6danage/articles",
                "/q/metrics",
                "/openapi"
            })
    void nothing_but_the_public_site_is_opened(String path) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Newsroom.KEY)
                .get(site + path)
                .then()
                .statusCode(404);
    }

    @Test
    void nothing_can_be_written() {
        given().contentType("application/json")
                .body("{}")
                .post(site + "/v1/articles/present/views")
                .then()
                .statusCode(404);
        given().put(site + "/v1/articles/present/reactions/like/6f1c1c62-7d52-4c7e-9d53-0d6f5a3c2b11")
                .then()
                .statusCode(404);
    }

    /** A column that only one of them has would fail previews alone. */
    @Test
    void the_view_of_previews_has_the_columns_of_the_view_of_readers() {
        String columns = """
                select attname, format_type(atttypid, atttypmod), attnum from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 order by attnum""";

        assertThat(newsroom.rows(columns.formatted("preview.published_article")))
                .isEqualTo(newsroom.rows(columns.formatted("public.published_article")));
    }

    private static List<String> slugs(String path) {
        return given().urlEncodingEnabled(false).get(path).jsonPath().getList("items.slug");
    }
}
