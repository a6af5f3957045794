package press.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import press.broadsheet.testing.Newsroom;

/** One article in all its parts. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ArticleReadTest {
    private static final String WHOLE = "sea-wall";
    private static final String PUBLISHED = "2025-04-16T10:42:58.000Z";

    private final Newsroom newsroom;
    private String id;

    ArticleReadTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (id != null) {
            return;
        }
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("City", "news");
        newsroom.tag("topic", "Sea wall");
        newsroom.tag("person", "Helena Marsh");
        newsroom.author("Imogen Hartley");
        newsroom.author("Bo");
        id = whole();
        newsroom.anArticle("Ferry").in("news").published();
    }

    private String whole() {
        return newsroom.anArticle("Sea wall: what the council decided")
                .in("city")
                .tagged("sea-wall", "helena-marsh")
                .by("imogen-hartley", "bo")
                .with("slug", WHOLE)
                .with("type", "report")
                .with("summary", "Forty votes to eleven.")
                .with("lang", "en-gb")
                .with(
                        "image",
                        Map.of("url", "/pictures/1.svg", "width", 1600, "height", 900, "alt", "A wall", "credit", "Us"))
                .with("body", Map.of("html", "<p>The council <b onclick='x()'>voted</b>.</p><script>x()</script>"))
                .with("source", Map.of("name", "North Sea Wire", "url", "https://wire.example/1"))
                .with("canonicalUrl", "https://wire.example/sea-wall")
                .with("status", "published")
                .with("publishedAt", "2025-04-16T12:42:58+02:00")
                .sent()
                .statusCode(201)
                .extract()
                .path("article.id");
    }

    @Test
    void an_article_is_given_whole() {
        JsonPath article = Newsroom.read("/v1/articles/" + WHOLE);

        assertThat(article.<String, Object>getMap("")).isEqualTo(expected(article.getString("updatedAt")));
        assertThat(Instant.parse(article.getString("updatedAt")))
                .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(5));
    }

    private Map<String, Object> expected(String updatedAt) {
        Map<String, Object> news = crumb("news", "News", "/news");
        Map<String, Object> city = crumb("city", "City", "/news/city");
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("id", id);
        article.put("slug", WHOLE);
        article.put("url", "https://test.example/news/city/sea-wall");
        article.put("type", "report");
        article.put("title", "Sea wall: what the council decided");
        article.put("summary", "Forty votes to eleven.");
        article.put("lang", "en-GB");
        article.put("section", city);
        article.put("breadcrumb", List.of(news, city));
        article.put(
                "authors", List.of(named("authors", "imogen-hartley", "Imogen Hartley"), named("authors", "bo", "Bo")));
        article.put(
                "tags",
                List.of(
                        with(named("tags", "sea-wall", "Sea wall"), "type", "topic"),
                        with(named("tags", "helena-marsh", "Helena Marsh"), "type", "person")));
        article.put(
                "image",
                Map.of("url", "/pictures/1.svg", "width", 1600, "height", 900, "alt", "A wall", "credit", "Us"));
        article.put(
                "body",
                Map.of(
                        "html",
                        "<p>The council <b>voted</b>.</p>",
                        "text",
                        "The council voted.",
                        "words",
                        3,
                        "readingMinutes",
                        1));
        article.put("source", Map.of("name", "North Sea Wire", "url", "https://wire.example/1"));
        article.put("canonicalUrl", "https://wire.example/sea-wall");
        article.put("publishedAt", PUBLISHED);
        article.put("updatedAt", updatedAt);
        article.put("version", 0);
        article.put("jsonLd", jsonLd(updatedAt));
        return article;
    }

    private static Map<String, Object> jsonLd(String updatedAt) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("@context", "https://schema.org");
        words.put("@type", "NewsArticle");
        words.put("headline", "Sea wall: what the council decided");
        words.put("description", "Forty votes to eleven.");
        words.put("inLanguage", "en-GB");
        words.put("datePublished", PUBLISHED);
        words.put("dateModified", updatedAt);
        words.put("articleSection", "City");
        words.put("keywords", List.of("Sea wall", "Helena Marsh"));
        words.put(
                "author",
                List.of(
                        Map.of(
                                "@type", "Person",
                                "name", "Imogen Hartley",
                                "url", "https://test.example/authors/imogen-hartley"),
                        Map.of("@type", "Person", "name", "Bo", "url", "https://test.example/authors/bo")));
        words.put("publisher", Map.of("@type", "Organization", "name", "The Test", "url", "https://test.example"));
        words.put("image", List.of("https://test.example/pictures/1.svg"));
        words.put("mainEntityOfPage", "https://wire.example/sea-wall");
        words.put("isAccessibleForFree", true);
        return words;
    }

    private static Map<String, Object> crumb(String slug, String name, String path) {
        return with(named("sections", slug, name), "path", path);
    }

    private static Map<String, Object> named(String list, String slug, String name) {
        String id = Newsroom.read("/v1/" + list + "/" + slug).getString("id");
        return new LinkedHashMap<>(Map.of("id", id, "slug", slug, "name", name));
    }

    private static Map<String, Object> with(Map<String, Object> object, String name, Object value) {
        object.put(name, value);
        return object;
    }

    @Test
    void what_an_article_lacks_is_null_and_what_it_has_none_of_is_empty() {
        JsonPath article = Newsroom.read("/v1/articles/ferry");

        for (String absent : List.of("summary", "image", "source", "canonicalUrl")) {
            assertThat(article.<String, Object>getMap("")).containsEntry(absent, null);
        }
        assertThat(article.getList("tags")).isEmpty();
        assertThat(article.getList("authors")).isEmpty();
        assertThat(article.getString("lang")).isEqualTo("en");
        assertThat(article.getString("type")).isEqualTo("article");
    }

    @Test
    void an_article_is_found_by_its_id_in_any_case_as_by_its_slug() {
        String bySlug = Newsroom.get("/v1/articles/" + WHOLE).extract().asString();

        assertThat(Newsroom.get("/v1/articles/" + id).extract().asString()).isEqualTo(bySlug);
        assertThat(Newsroom.get("/v1/articles/" + id.toUpperCase(Locale.ROOT))
                        .extract()
                        .asString())
                .isEqualTo(bySlug);
    }

    @Test
    void an_article_is_cut_down_to_the_fields_that_are_wanted() {
        assertThat(Newsroom.read("/v1/articles/sea-wall?fields=title,body.words,breadcrumb.slug")
                        .<String, Object>getMap(""))
                .isEqualTo(Map.of(
                        "title", "Sea wall: what the council decided",
                        "body", Map.of("words", 3),
                        "breadcrumb", List.of(Map.of("slug", "news"), Map.of("slug", "city"))));
    }

    @Test
    void an_article_brings_along_its_authors_and_tags_whole() {
        // The tags' counts come a second late, perhaps between two of these reads.
        await().untilAsserted(() -> assertThat(Newsroom.read("/v1/articles/sea-wall?include=authors,tags")
                        .<String, Object>getMap("included"))
                .isEqualTo(Map.of(
                        "authors", List.of(read("/v1/authors/imogen-hartley"), read("/v1/authors/bo")),
                        "tags", List.of(read("/v1/tags/sea-wall"), read("/v1/tags/helena-marsh")))));
    }

    private static Map<String, Object> read(String path) {
        return Newsroom.read(path).getMap("");
    }
}
