package press.broadsheet.recommendation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import press.broadsheet.testing.Newsroom;

/** How recommendations are mixed, and that they say why. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class RecommendationChoiceTest {
    private static final String RECOMMENDATIONS = "/v1/recommendations";
    private static final List<String> SECTIONS = List.of("news", "sport", "culture", "science");
    private static final int IN_EACH = 6;

    private final Newsroom newsroom;
    private final Instant now = Instant.now();
    private boolean loaded;

    RecommendationChoiceTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** What is in the first section is read the most. */
    @BeforeEach
    void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        newsroom.clear();
        newsroom.tag("topic", "Rail");
        for (int section = 0; section < SECTIONS.size(); section++) {
            String name = SECTIONS.get(section);
            newsroom.section(name);
            for (int number = 0; number < IN_EACH; number++) {
                Newsroom.Draft draft = anArticle(name, number);
                Instant published = now.minus(Duration.ofMinutes(1L + section * 10L + number));
                newsroom.views(
                        (number < 2 && section > 1 ? draft.tagged("rail") : draft).publishedAt(published),
                        now,
                        100 - 20 * section - number);
            }
        }
    }

    /** Its title and its text are a word of its own, so that tags alone tell what is related. */
    private Newsroom.Draft anArticle(String section, int number) {
        String word = section + (char) ('a' + number);
        return newsroom.anArticle(word)
                .in(section)
                .with("slug", section + "-" + number)
                .with("body", Map.of("markdown", word));
    }

    @Test
    void what_is_related_to_what_was_seen_comes_first_and_says_so() {
        String seen = idOf("culture-0");

        JsonPath list = Newsroom.read(RECOMMENDATIONS + "?explain=true&seen=" + seen);

        assertThat(list.getList("items.article.slug", String.class).subList(0, 3))
                .containsExactlyInAnyOrder("culture-1", "science-0", "science-1");
        assertThat(list.getList("items.reason", String.class).subList(0, 3)).containsOnly("related");
        assertThat(list.getString("items[0].explanation[0].reason")).isEqualTo("related");
        assertThat(list.getString("items[0].explanation[0].seen")).isEqualTo(seen);
        assertThat(list.getInt("items[0].explanation[0].rank")).isEqualTo(1);
        assertThat(list.getDouble("items[0].explanation[0].score")).isCloseTo(1 / 61.0, within(1e-6));
    }

    @Test
    void what_several_lists_have_comes_before_what_one_has_and_is_explained_by_all_of_them() {
        JsonPath list =
                Newsroom.read(RECOMMENDATIONS + "?explain=true&seen=" + idOf("culture-0") + "," + idOf("science-0"));

        assertThat(list.getList("items.article.slug", String.class).subList(0, 2))
                .containsExactlyInAnyOrder("culture-1", "science-1");
        assertThat(list.getList("items[0].explanation.reason"))
                .containsExactlyInAnyOrder("related", "related", "trending");
    }

    @Test
    void without_being_asked_nothing_is_explained() {
        assertThat(Newsroom.read(RECOMMENDATIONS).<Map<String, ?>>getList("items"))
                .allSatisfy(item -> assertThat(item).doesNotContainKey("explanation"));
    }

    @Test
    void no_section_has_more_than_a_third_while_others_have_something() {
        Map<String, Long> ofSection =
                Newsroom.read(RECOMMENDATIONS + "?limit=6").getList("items.article.section.slug", String.class).stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(ofSection.values()).allMatch(number -> number <= 2);
        assertThat(ofSection).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void one_section_fills_a_list_that_asks_for_no_other() {
        assertThat(Newsroom.read(RECOMMENDATIONS + "?limit=6&section=news").getList("items.article.section.slug"))
                .hasSize(IN_EACH)
                .containsOnly("news");
    }

    @Test
    void caches_may_keep_what_is_said_to_anybody_who_saw_the_same() {
        String path = RECOMMENDATIONS + "?seen=" + idOf("news-0");
        Response first = given().get(path);

        assertThat(first.getHeader("Cache-Control")).startsWith("public, max-age=");
        assertThat(first.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(first.getHeaders().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(given().header("If-None-Match", first.getHeader("ETag"))
                        .get(path)
                        .statusCode())
                .isEqualTo(304);
    }

    private static String idOf(String slug) {
        return Newsroom.read("/v1/articles/" + slug).getString("id");
    }
}
