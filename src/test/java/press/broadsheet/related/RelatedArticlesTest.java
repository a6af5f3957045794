package press.broadsheet.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.testing.Newsroom;

/** Related by tags alone: no two texts share a word. Readers can see ten articles under the common tag, five under the rare one. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class RelatedArticlesTest {
    private static final String RELATED = "/v1/articles/subject/related";

    private final Newsroom newsroom;
    private final Instant now = Instant.now();
    private boolean loaded;

    RelatedArticlesTest(Newsroom newsroom) {
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
        List.of("Common", "Rare", "Other").forEach(tag -> newsroom.tag("topic", tag));
        publish("Subject", 1, "common", "rare");
        publish("Both", 400, "rare", "common");
        publish("Rare only", 300, "rare");
        for (int number = 1; number <= 5; number++) {
            publish("Common " + number, number * 10, "common");
        }
        publish("Unrelated", 2, "other");
        publish("Untagged", 3);
        anArticle("SUBJECT!").tagged("common", "rare").publishedAt(now.minusSeconds(1));
        anArticle("Auf Deutsch").tagged("common", "rare").with("lang", "de").publishedAt(now.minusSeconds(2));
        anArticle("British").tagged("common").with("lang", "en-GB").publishedAt(now.minus(Duration.ofDays(900)));
        hide();
        await().until(() -> Newsroom.read("/v1/tags/common").getInt("articles") == 10
                && Newsroom.read("/v1/tags/rare").getInt("articles") == 5);
    }

    /** What shares everything and readers cannot see. */
    private void hide() {
        anArticle("Hidden draft").tagged("common", "rare").created();
        anArticle("Hidden until tomorrow")
                .tagged("common", "rare")
                .with("publishAt", now.plus(Duration.ofDays(1)).toString())
                .created();
        anArticle("Hidden since long")
                .tagged("common", "rare")
                .with("unpublishAt", "2002-01-01T00:00:00Z")
                .publishedAt(Instant.parse("2001-01-01T00:00:00Z"));
    }

    @Test
    void a_rare_tag_counts_more_than_a_common_one_and_ties_go_to_the_newer() {
        assertThat(titles(RELATED + "?limit=8"))
                .containsExactly(
                        "Both", "Rare only", "Common 1", "Common 2", "Common 3", "Common 4", "Common 5", "British");
    }

    @Test
    void a_score_is_the_sum_of_the_weights_of_the_shared_tags() {
        JsonPath related = Newsroom.read(RELATED + "?limit=3&explain=true");

        assertThat(related.getDouble("items[0].score")).isCloseTo(weight(5) + weight(10), within(1e-5));
        assertThat(related.getDouble("items[1].score")).isCloseTo(weight(5), within(1e-5));
        assertThat(related.getDouble("items[2].score")).isCloseTo(weight(10), within(1e-5));
        assertThat(related.getList("items[0].explanation.tags.name")).containsExactly("rare", "common");
        assertThat(related.getDouble("items[0].explanation.tags[0].weight")).isCloseTo(weight(5), within(1e-5));
        assertThat(related.getDouble("items[0].explanation.parts.tags"))
                .isCloseTo(weight(5) + weight(10), within(1e-5));
        assertThat(related.getList("items[0].explanation.terms")).isEmpty();
    }

    /** Of a topic under which so many articles stand, in an archive of at most a thousand. */
    private static double weight(int articles) {
        return 0.1 * Math.log(1000 / (20.0 * articles)) / Math.log(1000);
    }

    @Test
    void nothing_is_explained_unasked() {
        assertThat(Newsroom.read(RELATED).<Map<String, Object>>getList("items"))
                .allSatisfy(item -> assertThat(item).doesNotContainKey("explanation"));
    }

    @Test
    void what_fills_the_list_is_marked_stands_last_and_scores_nothing() {
        JsonPath related = Newsroom.read(RELATED + "?limit=10&explain=true");

        List<String> reasons = related.getList("items.reason");
        assertThat(reasons.subList(0, 8)).containsOnly("shared-tags");
        assertThat(reasons.subList(8, 10)).containsOnly("latest");
        assertThat(related.getList("items.article.title", String.class).subList(8, 10))
                .containsExactly("Unrelated", "Untagged");
        assertThat(related.getList("items.score", Float.class).subList(8, 10)).containsOnly(0f);
        assertThat(related.<List<?>>getList("items.explanation.tags").subList(8, 10))
                .containsOnly(List.of());
    }

    @ParameterizedTest
    @CsvSource({"de, 'Auf Deutsch'", "en-GB, British"})
    void another_language_can_be_asked_for(String language, String title) {
        assertThat(titles(RELATED + "?minScore=0&lang=" + language)).containsExactly(title);
    }

    @Test
    void any_language_can_be_asked_for() {
        assertThat(titles(RELATED + "?limit=2&lang=any")).containsExactly("Auf Deutsch", "Both");
    }

    @Test
    void an_age_bounds_what_is_related() {
        assertThat(titles(RELATED + "?minScore=0&maxAge=1")).containsExactly("Common 1", "Common 2");
        assertThat(titles(RELATED + "?minScore=0&maxAge=20"))
                .startsWith("Both", "Rare only")
                .doesNotContain("British");
    }

    @Test
    void with_a_least_score_nothing_fills_the_list() {
        double rare = weight(5);

        assertThat(titles(RELATED + "?minScore=" + (rare - 1e-9))).containsExactly("Both", "Rare only");
        assertThat(titles(RELATED + "?minScore=" + (rare + 1e-9))).containsExactly("Both");
        assertThat(titles(RELATED + "?minScore=100")).isEmpty();
    }

    @Test
    void hidden_articles_neither_show_nor_shorten_a_list() {
        for (int limit = 1; limit <= 10; limit++) {
            assertThat(titles(RELATED + "?lang=any&limit=" + limit))
                    .hasSize(limit)
                    .noneMatch(title -> title.startsWith("Hidden"))
                    .doesNotContain("Subject", "SUBJECT!")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void an_article_without_tags_has_the_newest_beside_it() {
        JsonPath related = Newsroom.read("/v1/articles/untagged/related?limit=3");

        assertThat(related.getList("items.reason")).containsOnly("latest").hasSize(3);
        assertThat(related.getList("items.article.title")).doesNotContain("Untagged");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=51, limit",
        "maxAge=0, maxAge",
        "maxAge=x, maxAge",
        "minScore=-1, minScore",
        "minScore=101, minScore",
        "minScore=NaN, minScore",
        "lang=12345678901, lang",
        "explain=maybe, explain",
        "colour=red, colour"
    })
    void parameters_have_bounds(String query, String parameter) {
        assertThat(Newsroom.get(RELATED + "?" + query)
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.parameter"))
                .isEqualTo(Collections.singletonList(parameter));
    }

    @Test
    void an_article_that_readers_cannot_see_has_nothing_beside_it() {
        Newsroom.get("/v1/articles/hidden-draft/related").statusCode(404);
        Newsroom.get("/v1/articles/hidden-since-long/related").statusCode(410);
    }

    private void publish(String title, int hoursAgo, String... tags) {
        anArticle(title).tagged(tags).publishedAt(now.minus(Duration.ofHours(hoursAgo)));
    }

    /** Its text is its title read backwards: a word of its own. */
    private Newsroom.Draft anArticle(String title) {
        String backwards = new StringBuilder(title).reverse().toString().replaceAll("\\W", "");
        return newsroom.anArticle(title).in("news").with("body", Map.of("markdown", backwards));
    }

    private static List<String> titles(String path) {
        return new ArrayList<>(Newsroom.read(path).getList("items.article.title", String.class));
    }
}
