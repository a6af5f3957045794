package press.broadsheet.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** What is offered to a reader who is typing, and which tags stand together. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class CompletionsTest {
    private final Newsroom newsroom;
    private boolean loaded;

    CompletionsTest(Newsroom newsroom) {
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
        newsroom.tag("person", "Helena Marsh");
        newsroom.tag("place", "Marsh Lane");
        newsroom.tag("topic", "Élections");
        newsroom.tag("topic", "Rail");
        newsroom.author("Hélène Duval");
        newsroom.anArticle("One")
                .in("news")
                .tagged("marsh-lane", "rail", "elections")
                .published();
        newsroom.anArticle("Two").in("news").tagged("marsh-lane", "rail").published();
        newsroom.anArticle("Three").in("news").tagged("rail").published();
        newsroom.anArticle("Four").in("news").tagged("rail", "helena-marsh").created();
        await().until(() -> Newsroom.read("/v1/tags/rail").getInt("articles") == 3);
        await().until(() -> Newsroom.read("/v1/tags/marsh-lane").getInt("articles") == 2);
    }

    private static List<String> completions(String query) {
        return Newsroom.read("/v1/search/completions?q=" + query).getList("items.slug");
    }

    @ParameterizedTest
    @CsvSource({
        "hel,       'helena-marsh,helene-duval'",
        "MARS,      'marsh-lane,helena-marsh'",
        "mar%20hel, helena-marsh",
        "elec,      elections",
        "%C3%A9lec, elections",
        "rail,      rail"
    })
    void words_of_names_are_completed_whatever_their_place_case_and_accents(String typed, String slugs) {
        assertThat(completions(typed)).containsExactly(slugs.split(",", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "%25", "_", "-", "':*", "%5C", "a%20%26%20b", "arsh"})
    void what_begins_no_word_is_completed_to_nothing(String typed) {
        assertThat(completions(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limit=2, missing", "q=, empty", "q=a&limit=21, out-of-range", "q=a%00, bad-character", "p=a, unknown"})
    void what_is_typed_has_bounds(String query, String code) {
        assertThat(Newsroom.get("/v1/search/completions?" + query)
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.code"))
                .contains(code);
        Newsroom.get("/v1/search/completions?q=" + "a".repeat(101)).statusCode(400);
    }

    @Test
    void tags_that_occur_together_stand_by_how_often_and_how_rare_they_are() {
        var related = Newsroom.read("/v1/tags/rail/related");

        assertThat(related.getList("items.tag.slug")).containsExactly("marsh-lane", "elections");
        assertThat(related.getList("items.together")).isEqualTo(List.of(2, 1));
        assertThat(related.getDouble("items[0].score")).isCloseTo(2 / Math.log(Math.E + 2), within(1e-5));
        assertThat(Newsroom.read("/v1/tags/helena-marsh/related").getList("items"))
                .isEmpty();
        Newsroom.get("/v1/tags/nothing/related").statusCode(404);
        Newsroom.get("/v1/tags/rail/related?limit=51").statusCode(400);
    }
}
