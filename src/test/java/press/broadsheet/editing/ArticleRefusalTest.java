package press.broadsheet.editing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** What is wrong with a draft is said with a pointer to it, all at once, and nothing is stored. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ArticleRefusalTest {
    private static final String LATER = "2999-01-01T00:00:00Z";

    private final Newsroom newsroom;
    private boolean loaded;

    ArticleRefusalTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (!loaded) {
            loaded = true;
            newsroom.clear();
            newsroom.section("News");
            newsroom.tag("topic", "Rail");
        }
    }

    @Test
    void every_rule_of_the_newsroom_that_a_draft_breaks_is_named_at_once() {
        JsonPath refused = refused(newsroom.anArticle("Wrong")
                .in("nowhere")
                .tagged("rail", "unheard-of", "rail", "Not A Slug")
                .by("nobody")
                .with("lang", "12345678901234")
                .with("status", "published")
                .with("publishedAt", LATER)
                .with("unpublishAt", "2001-01-01T00:00:00Z")
                .without("body"));

        assertThat(faults(refused))
                .containsExactlyInAnyOrder(
                        "/section unknown",
                        "/tags/1 unknown",
                        "/tags/2 duplicate",
                        "/tags/3 unknown",
                        "/authors/0 unknown",
                        "/lang malformed",
                        "/publishedAt out-of-range",
                        "/unpublishAt out-of-range",
                        "/body missing");
    }

    @Test
    void every_bound_that_a_draft_exceeds_is_named_at_once() {
        JsonPath refused = refused(newsroom.anArticle("x".repeat(301))
                .in("news")
                .with("slug", "Not A Slug")
                .with("type", "Too Free")
                .with("summary", "x".repeat(1001))
                .with("lang", "x".repeat(36))
                .with(
                        "tags",
                        IntStream.range(0, 51)
                                .mapToObj(number -> "tag-" + number)
                                .toList())
                .with(
                        "authors",
                        IntStream.range(0, 21)
                                .mapToObj(number -> "author-" + number)
                                .toList())
                .with("image", Map.of("url", "javascript:x", "width", 0))
                .with("source", Map.of("name", " "))
                .with("body", Map.of("html", "<p>", "markdown", "*"))
                .with("canonicalUrl", "ftp://example.org"));

        assertThat(refused.getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder(
                        "/title",
                        "/slug",
                        "/type",
                        "/summary",
                        "/lang",
                        "/tags",
                        "/authors",
                        "/image/url",
                        "/image/width",
                        "/source/name",
                        "/body",
                        "/canonicalUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"titel", "title", "section", "tags", "status", "publishAt", "featured", "id", "body"})
    void a_field_that_is_not_known_or_not_of_its_type_is_named(String field) {
        assertThat(refused("{\"" + field + "\": 7}").getList("errors.pointer", String.class))
                .containsExactly("/" + field);
    }

    @Test
    void every_field_that_is_not_known_or_not_of_its_type_is_named_at_once() {
        JsonPath refused = refused("""
                {"titel": "x", "title": 7, "summary": {"de": "x"}, "section": 7, "tags": "rail", "authors": [7, "ada", []],
                 "image": {"url": 7, "width": "1", "alt": "x", "height": 2.5}, "body": "<p>", "source": "",
                 "status": 0, "publishAt": "tomorrow", "unpublishAt": 7, "featured": "true", "id": {"a": [1]}}""");

        assertThat(refused.getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder(
                        "/titel",
                        "/title",
                        "/summary",
                        "/section",
                        "/tags",
                        "/authors/0",
                        "/authors/2",
                        "/image/url",
                        "/image/width",
                        "/image/height",
                        "/body",
                        "/source",
                        "/status",
                        "/publishAt",
                        "/unpublishAt",
                        "/featured",
                        "/id");
    }

    @Test
    void a_draft_without_anything_lacks_title_and_section() {
        assertThat(faults(refused("{}"))).containsExactlyInAnyOrder("/title required", "/section required");
        assertThat(faults(refused("{\"title\": \" \", \"section\": null, \"tags\": [null]}")))
                .containsExactlyInAnyOrder("/title required", "/section required", "/tags/0 required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"html\": \"<p>\", \"markdown\": \"*\"}", "{}", "{\"html\": null}"})
    void a_body_is_either_html_or_markdown(String body) {
        assertThat(refused("{\"title\": \"x\", \"section\": \"news\", \"body\": " + body + "}")
                        .getList("errors.pointer", String.class))
                .containsExactly("/body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "summary", "section", "canonicalUrl"})
    void a_text_that_cannot_be_stored_is_refused(String field) {
        JsonPath refused = given().auth()
                .oauth2(Newsroom.KEY)
                .contentType(ContentType.JSON)
                .body("{\"" + field + "\": \"a\\u0000b\"}")
                .post("/v1/manage/articles")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(refused.getList("errors.pointer", String.class)).containsExactly("/" + field);
    }

    @Test
    void instants_that_contradict_each_other_or_the_status_are_refused() {
        assertThat(faults(refused(draft().with("status", "draft").with("publishAt", LATER))))
                .containsExactly("/publishAt not-allowed");
        assertThat(faults(refused(draft().with("publishedAt", "2001-01-01T00:00:00Z"))))
                .containsExactly("/publishedAt not-allowed");
        assertThat(faults(refused(draft().with("unpublishAt", LATER)))).containsExactly("/unpublishAt out-of-range");
        assertThat(faults(refused(draft().with("publishAt", LATER).with("unpublishAt", LATER))))
                .containsExactly("/unpublishAt out-of-range");
    }

    @Test
    void two_instants_of_publication_are_one_too_many() {
        assertThat(faults(refused(draft().with("status", "published")
                        .with("publishedAt", "2001-01-01T00:00:00Z")
                        .with("publishAt", LATER))))
                .containsExactly("/publishAt not-allowed");
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        refused(newsroom.anArticle("Refused").in("nowhere").with("featured", true));

        assertThat(newsroom.rows("select count(*) from article where title = 'Refused'"))
                .containsExactly(List.of(0L));
        assertThat(newsroom.rows("select count(*) from collection_item")).containsExactly(List.of(0L));
    }

    @Test
    void a_body_of_another_type_or_too_large_is_not_read() {
        given().auth()
                .oauth2(Newsroom.KEY)
                .contentType(ContentType.TEXT)
                .body("{}")
                .post("/v1/manage/articles")
                .then()
                .statusCode(415);
        given().auth()
                .oauth2(Newsroom.KEY)
                .contentType(ContentType.JSON)
                .body("{\"title\": \"" + "x".repeat(1 << 20) + "\"}")
                .post("/v1/manage/articles")
                .then()
                .statusCode(413);
    }

    private Newsroom.Draft draft() {
        return newsroom.anArticle("Contradictory").in("news");
    }

    private static JsonPath refused(Newsroom.Draft draft) {
        return draft.sent().statusCode(422).extract().jsonPath();
    }

    private static JsonPath refused(String draft) {
        return Newsroom.post("/v1/manage/articles", draft)
                .statusCode(422)
                .extract()
                .jsonPath();
    }

    private static List<String> faults(JsonPath refused) {
        return refused.<Map<String, String>>getList("errors").stream()
                .map(fault -> fault.get("pointer") + " " + fault.get("code"))
                .toList();
    }
}
