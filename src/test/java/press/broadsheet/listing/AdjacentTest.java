package press.broadsheet.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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

/** What stands beside an article: "Two" and "Two!" are one story, "Three" and "Four" came at one instant. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class AdjacentTest {
    private static final Instant BEGIN = Instant.parse("2025-03-01T08:00:00Z");

    private final Newsroom newsroom;
    private boolean loaded;

    AdjacentTest(Newsroom newsroom) {
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
        newsroom.section("Culture");
        newsroom.tag("topic", "Rail");
        publish("One", "news", 1, List.of("rail"));
        publish("Two", "city", 2, List.of("rail"));
        publish("Two!", "city", 3, List.of());
        publish("Three", "culture", 4, List.of("rail"));
        publish("Four", "city", 4, List.of("rail"));
        newsroom.anArticle("A draft")
                .in("city")
                .tagged("rail")
                .with("slug", "a-draft")
                .created();
        publish("Gone", "city", 5, List.of("rail"));
        newsroom.withdraw("gone");
        publish("Five", "news", 6, List.of());
    }

    private void publish(String title, String section, int hours, List<String> tags) {
        newsroom.anArticle(title).in(section).with("tags", tags).publishedAt(BEGIN.plus(Duration.ofHours(hours)));
    }

    @ParameterizedTest
    @CsvSource({
        "one,   '',                   ,      two",
        "two,   '',                   one,   three",
        "two-2, '',                   one,   three",
        "three, '',                   two-2, four",
        "four,  '',                   three, five",
        "five,  '',                   four,  ",
        "three, section=news,         two-2, four",
        "four,  section=news,         two-2, five",
        "four,  section=city,         two-2, ",
        "five,  tag=rail,             four,  ",
        "four,  tag=rail,             three, ",
        "four,  tag=rail&section=city,two,   ",
        "two,   lang=de,              ,      ",
        "four,  publishedAfter=2025-03-01T12:00:00Z, three, five"
    })
    void the_older_one_is_the_previous_and_the_newer_one_the_next(
            String article, String filter, String previous, String next) {
        JsonPath adjacent =
                Newsroom.read("/v1/articles/" + article + "/adjacent" + (filter.isEmpty() ? "" : "?" + filter));

        assertThat(adjacent.getString("previous.slug")).isEqualTo(previous);
        assertThat(adjacent.getString("next.slug")).isEqualTo(next);
        assertThat(adjacent.getMap("")).containsOnlyKeys("previous", "next");
    }

    @Test
    void a_neighbour_is_a_card_as_lists_give_it() {
        Map<String, Object> card = Newsroom.read("/v1/articles?q=four").getMap("items[0]");

        assertThat(Newsroom.read("/v1/articles/five/adjacent").<String, Object>getMap("previous"))
                .isEqualTo(card);
    }

    @Test
    void a_parameter_of_lists_that_makes_no_sense_here_is_refused() {
        Newsroom.get("/v1/articles/one/adjacent?limit=3").statusCode(400);
        Newsroom.get("/v1/articles/one/adjacent?sort=title").statusCode(400);
    }
}
