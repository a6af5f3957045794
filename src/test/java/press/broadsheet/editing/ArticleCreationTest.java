package press.broadsheet.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import press.broadsheet.testing.Newsroom;

/** What becomes of a draft that is in order. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ArticleCreationTest {
    private final Newsroom newsroom;
    private boolean loaded;

    ArticleCreationTest(Newsroom newsroom) {
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
    }

    @Test
    void what_was_made_is_answered_with_its_place_and_its_version() {
        Response answer = newsroom.anArticle("A made thing")
                .in("city")
                .sent()
                .statusCode(201)
                .extract()
                .response();

        assertThat(answer.header("Location")).isEqualTo("/v1/manage/articles/" + answer.path("article.id"));
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.jsonPath().getString("article.title")).isEqualTo("A made thing");
        assertThat(answer.jsonPath().getString("article.url")).isEqualTo("https://test.example/news/city/a-made-thing");
        assertThat(answer.jsonPath().getInt("version")).isZero();
    }

    @Test
    void what_a_draft_leaves_out_has_defaults() {
        JsonPath made = made(newsroom.anArticle("Hardly anything").in("news").without("body"));

        assertThat(made.getString("status")).isEqualTo("draft");
        assertThat(made.getString("article.type")).isEqualTo("article");
        assertThat(made.getString("article.lang")).isEqualTo("en");
        assertThat(made.getList("article.tags")).isEmpty();
        assertThat(made.getList("article.authors")).isEmpty();
        assertThat(made.<Object>get("article.publishedAt")).isNull();
        assertThat(made.getString("body.html")).isEmpty();
    }

    @Test
    void what_a_draft_says_is_kept() {
        JsonPath made = made(newsroom.anArticle("  Everything  ")
                .in("city")
                .tagged("harbour", "rail")
                .by("bo", "ada")
                .with("type", "photo-essay")
                .with("summary", "All of it.")
                .with("lang", "PT-br")
                .with("image", Map.of("url", "/a.jpg", "width", 3, "height", 2, "alt", "A", "credit", "C"))
                .with("source", Map.of("name", "Wire", "url", "https://wire.example/1"))
                .with("canonicalUrl", "https://wire.example/first"));

        assertThat(made.getString("article.title")).isEqualTo("Everything");
        assertThat(made.getString("article.slug")).isEqualTo("everything");
        assertThat(made.getList("article.tags.slug")).containsExactly("harbour", "rail");
        assertThat(made.getList("article.authors.slug")).containsExactly("bo", "ada");
        assertThat(made.getList("article.breadcrumb.slug")).containsExactly("news", "city");
        assertThat(made.getString("article.type")).isEqualTo("photo-essay");
        assertThat(made.getString("article.summary")).isEqualTo("All of it.");
        assertThat(made.getString("article.lang")).isEqualTo("pt-BR");
        assertThat(made.getMap("article.image"))
                .isEqualTo(Map.of("url", "/a.jpg", "width", 3, "height", 2, "alt", "A", "credit", "C"));
        assertThat(made.getString("article.source.name")).isEqualTo("Wire");
        assertThat(made.getString("article.canonicalUrl")).isEqualTo("https://wire.example/first");
    }

    @Test
    void references_may_be_ids_as_well() {
        String section = Newsroom.read("/v1/sections/city").getString("id");
        String tag = Newsroom.read("/v1/tags/rail").getString("id");

        JsonPath made = made(newsroom.anArticle("By ids")
                .in(section.toUpperCase(Locale.ROOT))
                .tagged(tag));

        assertThat(made.getString("article.section.slug")).isEqualTo("city");
        assertThat(made.getList("article.tags.slug")).containsExactly("rail");
    }

    @Test
    void markdown_becomes_html_and_both_are_kept() {
        JsonPath made = made(newsroom.anArticle("In Markdown")
                .in("news")
                .with("body", Map.of("markdown", "The *Alde Maid* sailed.\n\nAt six.")));

        assertThat(made.getString("body.html")).isEqualTo("<p>The <em>Alde Maid</em> sailed.</p>\n<p>At six.</p>");
        assertThat(made.getString("body.text")).isEqualTo("The Alde Maid sailed.\n\nAt six.");
        assertThat(made.getInt("body.words")).isEqualTo(6);
        assertThat(made.getInt("body.readingMinutes")).isEqualTo(1);
        assertThat(made.getString("draft.body.html")).isNull();
        assertThat(made.getString("draft.body.markdown")).startsWith("The *Alde Maid*");
    }

    @Test
    void a_body_is_cleaned_whatever_it_is_written_in() {
        String attack = "<p onclick=\"x()\">Safe</p><script>steal()</script><a href=\"javascript:x()\">a</a>";

        for (String format : List.of("html", "markdown")) {
            JsonPath made =
                    made(newsroom.anArticle("Attacked in " + format).in("news").with("body", Map.of(format, attack)));

            assertThat(made.getString("body.html"))
                    .contains("Safe")
                    .doesNotContain("onclick", "script", "steal", "javascript");
            assertThat(made.getString("body.text")).doesNotContain("steal");
            assertThat(made.getString("draft.body." + format)).isEqualTo(attack);
        }
    }

    @Test
    void a_draft_is_hidden_and_what_is_published_is_seen_at_once() {
        String draft = newsroom.anArticle("Not yet").in("news").created();
        JsonPath published = made(newsroom.anArticle("Now").in("news").with("status", "published"));

        Newsroom.get("/v1/articles/" + draft).statusCode(404);
        assertThat(published.getString("status")).isEqualTo("published");
        assertThat(Instant.parse(published.getString("article.publishedAt")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(Newsroom.read("/v1/articles/now").getString("publishedAt"))
                .isEqualTo(published.getString("article.publishedAt"));
    }

    @Test
    void an_instant_to_come_schedules_an_article() {
        Instant instant = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);

        JsonPath made = made(newsroom.anArticle("Tomorrow")
                .in("news")
                .with("publishAt", instant.toString())
                .with("unpublishAt", instant.plusSeconds(1).toString()));

        assertThat(made.getString("status")).isEqualTo("scheduled");
        assertThat(Instant.parse(made.getString("publishAt"))).isEqualTo(instant);
        assertThat(Instant.parse(made.getString("unpublishAt"))).isEqualTo(instant.plusSeconds(1));
        Newsroom.get("/v1/articles/tomorrow").statusCode(404);
    }

    @Test
    void an_archive_keeps_its_instants_and_they_may_carry_an_offset() {
        JsonPath made = made(newsroom.anArticle("Long ago")
                .in("news")
                .with("status", "published")
                .with("publishedAt", "1994-05-06T07:08:09.123+02:00"));

        assertThat(made.getString("article.publishedAt")).isEqualTo("1994-05-06T05:08:09.123Z");
        Newsroom.get("/v1/articles/long-ago").statusCode(200);
    }

    @Test
    void what_was_to_be_seen_until_an_instant_that_is_past_is_gone() {
        newsroom.anArticle("Expired")
                .in("news")
                .with("unpublishAt", "2001-01-01T00:00:00Z")
                .publishedAt(Instant.parse("2000-01-01T00:00:00Z"));

        Newsroom.get("/v1/articles/expired").statusCode(410);
    }

    @Test
    void a_featured_article_stands_at_the_end_of_the_collection() {
        for (String title : List.of("First featured", "Second featured")) {
            newsroom.anArticle(title).in("news").with("featured", true).published();
        }

        assertThat(Newsroom.read("/v1/collections/featured").getList("items.title"))
                .containsExactly("First featured", "Second featured");
    }

    @Test
    void the_same_title_at_about_the_same_time_in_one_language_is_the_same_story() {
        Instant now = Instant.now();
        newsroom.anArticle("One story").in("news").publishedAt(now.minus(Duration.ofDays(2)));
        newsroom.anArticle("ONE  story!").in("city").publishedAt(now);
        newsroom.anArticle("One story").in("news").with("lang", "de").publishedAt(now);
        newsroom.anArticle("One story").in("news").publishedAt(now.minus(Duration.ofDays(9)));

        List<List<?>> stories = newsroom.rows("""
                select count(*), count(distinct story_id) from article where title ilike 'one %story%' and lang = 'en'""");

        assertThat(stories).containsExactly(List.of(3L, 2L));
        assertThat(newsroom.rows("select count(distinct story_id) from article where title ilike 'one %story%'"))
                .containsExactly(List.of(3L));
    }

    private static JsonPath made(Newsroom.Draft draft) {
        return draft.sent().statusCode(201).extract().jsonPath();
    }
}
