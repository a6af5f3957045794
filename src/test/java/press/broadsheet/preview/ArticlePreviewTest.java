package press.broadsheet.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** One article shown to whoever has the token, and to nobody else. */
@QuarkusTest
class ArticlePreviewTest {
    private static final String MANAGED = "/v1/manage/previews";

    private final Newsroom newsroom;

    ArticlePreviewTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        newsroom.author("Ada");
    }

    private Newsroom.Draft article(String title) {
        return newsroom.anArticle(title).in("news").tagged("rail").by("ada");
    }

    @Test
    void a_draft_is_shown_as_readers_get_it_once_it_is_published() {
        String slug = article("Night trains").created();
        Map<String, Object> previewed = Newsroom.read(Previews.ofArticle(slug)).getMap("");
        Instant shown = Instant.parse((String) previewed.get("publishedAt"));
        Editor.post("/v1/manage/articles/" + slug + "/publish").statusCode(200);
        Map<String, Object> published = Newsroom.read("/v1/articles/" + slug).getMap("");

        assertThat(shown).isBetween(Instant.now().minusSeconds(60), Instant.now());
        for (Map<String, Object> article : List.of(previewed, published)) {
            article.keySet().removeAll(List.of("publishedAt", "updatedAt", "version", "jsonLd"));
        }
        assertThat(previewed).isEqualTo(published);
    }

    @Test
    void a_scheduled_or_withdrawn_article_is_shown_with_its_own_instant() {
        Instant coming = Instant.parse("2099-01-01T05:00:00.000Z");
        String scheduled =
                article("Coming").with("publishAt", coming.toString()).created();
        String withdrawn = article("Gone").publishedAt(Instant.parse("2025-01-02T00:00:00Z"));
        newsroom.withdraw(withdrawn);

        assertThat(Newsroom.read(Previews.ofArticle(scheduled)).getString("publishedAt"))
                .isEqualTo("2099-01-01T05:00:00.000Z");
        assertThat(Newsroom.read(Previews.ofArticle(withdrawn)).getString("publishedAt"))
                .isEqualTo("2025-01-02T00:00:00.000Z");
    }

    @Test
    void nobody_may_keep_the_answer_nor_take_it_from_what_is_kept() {
        String path = Previews.ofArticle(article("Night trains").published());

        for (String have : List.of("", "*")) {
            Response answer = given().header("If-None-Match", have)
                    .header("If-Modified-Since", "Fri, 31 Dec 2100 00:00:00 GMT")
                    .get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().getValues("Cache-Control")).containsExactly("private, no-store");
            for (String header : List.of("ETag", "Last-Modified", "Surrogate-Key", "Cache-Tag", "Age", "Expires")) {
                assertThat(answer.getHeader(header)).as(header).isNull();
            }
        }
        given().head(path).then().statusCode(200).header("Cache-Control", "private, no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Preview", "X-Ghost-Preview", "Authorization-Preview", "Preview", "Cookie"})
    void no_header_opens_a_draft(String header) {
        String slug = article("Night trains").created();
        String token = Previews.made(Map.of("article", slug)).getString("token");

        given().header(header, token).get("/v1/articles/" + slug).then().statusCode(404);
        given().header("Authorization", "Bearer " + token)
                .get("/v1/articles/" + slug)
                .then()
                .statusCode(401);
        Newsroom.get("/v1/articles/" + slug + "?preview=" + token).statusCode(400);
    }

    @Test
    void a_token_that_opens_nothing_is_answered_like_any_address_where_nothing_is() {
        String slug = article("Night trains").created();
        String revoked = opened(slug);
        Editor.delete(MANAGED + "/" + idOf(revoked), Editor.ANY).statusCode(204);
        String expired = opened(slug);
        newsroom.sql("update preview_token set expires_at = now() where id = '%s'".formatted(idOf(expired)));
        String deleted = opened(article("Deleted").created());
        Editor.delete("/v1/manage/articles/deleted", Editor.ANY).statusCode(204);
        String takenDown = opened(article("Taken down").published());
        Editor.post("/v1/manage/articles/taken-down/takedown").statusCode(200);
        String wrong = "/v1/previews/" + "A".repeat(43) + "/article";
        String short1 = "/v1/previews/A/article";

        List<String> unknown = answer("/v1/previews/of-nothing");
        assertThat(unknown).startsWith("404");
        assertThat(answer("/v1/nothing/of/this/kind")).isEqualTo(unknown);
        for (String path : List.of(revoked, expired, deleted, takenDown, wrong, short1)) {
            assertThat(answer(path)).as(path).isEqualTo(unknown);
        }
    }

    @Test
    void a_token_opens_its_article_and_nothing_else() {
        article("Another draft").created();
        article("Published").published();
        String root = Previews.ofArticle(article("Night trains").created()).replaceFirst("/article$", "");
        List<String> unknown = answer("/v1/previews/of-nothing");

        for (String path : List.of(
                "",
                "/articles",
                "/article/page",
                "/v1/articles",
                "/v1/articles/night-trains",
                "/v1/articles/another-draft",
                "/v1/site",
                "/v1/manage/articles",
                "/another-draft")) {
            assertThat(answer(root + path)).as(path).isEqualTo(unknown);
        }
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            given().contentType("application/json")
                    .body("{}")
                    .request(method, root + "/article")
                    .then()
                    .statusCode(405);
        }
    }

    @Test
    void who_makes_a_preview_is_shown_its_token_once() {
        String slug = article("Night trains").created();
        JsonPath made = Previews.made(Map.of("article", slug, "expiresIn", 60));
        String id = made.getString("preview.id");
        String token = made.getString("token");

        assertThat(made.getString("url")).isEqualTo("http://localhost:8080/v1/previews/" + token + "/article");
        assertThat(Duration.between(
                        Instant.parse(made.getString("preview.createdAt")),
                        Instant.parse(made.getString("preview.expiresAt"))))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(Editor.read(MANAGED).<Map<String, Object>>getList("items")).containsExactly(made.getMap("preview"));
        assertThat(Editor.read(MANAGED + "/" + id).getMap("")).isEqualTo(made.getMap("preview"));
        assertThat(newsroom.rows("select row_to_json(p)::text from preview_token p")
                        .toString())
                .doesNotContain(token);
        Editor.delete(MANAGED + "/" + id, Editor.ANY).statusCode(204);
        Editor.get(MANAGED + "/" + id).statusCode(404);
        assertThat(newsroom.rows("select kind, visible from change where id = '%s' order by number".formatted(id)))
                .containsExactly(List.of("create", false), List.of("delete", false));
    }

    @Test
    void what_can_be_no_preview_is_refused_with_every_fault() {
        article("Night trains").created();

        refused(Map.of(), "");
        refused(Map.of("article", "night-trains", "asOf", "2099-01-01T00:00:00Z"), "");
        refused(Map.of("article", "no-such"), "/article");
        refused(Map.of("article", "night-trains", "expiresIn", 0), "/expiresIn");
        refused(Map.of("article", "night-trains", "expiresIn", 2_592_001), "/expiresIn");
        refused(Map.of("asOf", "tomorrow"), "/asOf");
    }

    @Test
    void what_has_expired_is_forgotten_when_the_next_is_made() {
        Previews.ofArticle(article("Night trains").created());
        newsroom.sql("update preview_token set expires_at = now()");

        assertThat(Editor.read(MANAGED).getList("items")).isEmpty();
        Previews.ofArticle("night-trains");
        assertThat(newsroom.rows("select 1 from preview_token")).hasSize(1);
    }

    private static void refused(Map<String, Object> draft, String pointer) {
        Newsroom.post(MANAGED, draft).statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    /** A preview's path, seen to be open. */
    private static String opened(String slug) {
        String path = Previews.ofArticle(slug);
        Newsroom.get(path).statusCode(200);
        return path;
    }

    private static String idOf(String path) {
        assertThat(path).endsWith("/article");
        return Editor.read(MANAGED).getString("items[0].id");
    }

    /** Status, headers and body, but for the request's name and the instant. */
    private static List<String> answer(String path) {
        Response answer = given().header("X-Request-Id", "same").get(path);
        List<String> headers = answer.headers().asList().stream()
                .map(Object::toString)
                .filter(header -> !header.startsWith("Date="))
                .sorted()
                .toList();
        return List.of(String.valueOf(answer.statusCode()), headers.toString(), answer.asString());
    }
}
