package press.broadsheet.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class RecommendationsTest {
    private static final String RECOMMENDATIONS = "/v1/recommendations";

    private final Newsroom newsroom;
    private final Instant now = Instant.now();
    private boolean loaded;

    RecommendationsTest(Newsroom newsroom) {
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
        newsroom.section("Sport");
        publish("Featured one", "sport", "en", 900, true);
        publish("Featured two", "city", "en", 800, true);
        publish("Vorgestellt", "news", "de", 700, true);
        newsroom.anArticle("Featured draft").in("news").with("featured", true).created();
        newsroom.views(publish("Read most", "news", "en", 600, false), now, 50);
        newsroom.views(publish("Read more", "sport", "en", 500, false), now, 40);
        newsroom.views(publish("Featured  two!", "news", "en", 799, false), now, 1000);
        publish("Latest", "news", "en", 1, false);
        publish("Before that", "city", "en", 2, false);
        publish("Zuletzt", "sport", "de", 3, false);
    }

    @Test
    void what_the_editors_put_first_comes_first_then_what_trends_then_the_newest() {
        JsonPath list = Newsroom.read(RECOMMENDATIONS);

        assertThat(list.getList("items.article.title"))
                .containsExactly(
                        "Featured one",
                        "Featured two",
                        "Vorgestellt",
                        "Read most",
                        "Read more",
                        "Latest",
                        "Before that",
                        "Zuletzt");
        assertThat(list.getList("items.reason"))
                .containsExactly(
                        "featured", "featured", "featured", "trending", "trending", "latest", "latest", "latest");
    }

    @Test
    void what_the_reader_has_seen_and_what_is_excluded_stays_away() {
        String seen = idOf("featured-one") + "," + idOf("read-most");

        assertThat(titles("?seen=" + seen + "&exclude=" + idOf("latest")))
                .containsExactlyInAnyOrder("Featured  two!", "Vorgestellt", "Read more", "Before that", "Zuletzt");
    }

    @Test
    void of_a_story_that_the_reader_has_seen_nothing_comes_again() {
        assertThat(titles("?seen=" + idOf("featured-two"))).doesNotContain("Featured two", "Featured  two!");
    }

    @Test
    void a_section_with_those_below_it_and_a_language_can_be_asked_for() {
        assertThat(titles("?section=news&lang=en"))
                .containsExactly("Featured two", "Read most", "Latest", "Before that");
        assertThat(titles("?lang=de")).containsExactly("Vorgestellt", "Zuletzt");
        assertThat(titles("?section=nowhere")).isEmpty();
    }

    @Test
    void no_more_come_than_were_asked_for() {
        assertThat(titles("?limit=1")).containsExactly("Featured one");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=51, limit",
        "seen=x, seen",
        "exclude=x, exclude",
        "lang=12345678901, lang",
        "reader=me, reader"
    })
    void parameters_have_bounds(String query, String parameter) {
        assertThat(Newsroom.get(RECOMMENDATIONS + "?" + query)
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.parameter"))
                .isEqualTo(List.of(parameter));
    }

    private String publish(String title, String section, String lang, int minutesAgo, boolean featured) {
        return newsroom.anArticle(title)
                .in(section)
                .with("lang", lang)
                .with("featured", featured)
                .publishedAt(now.minus(Duration.ofMinutes(minutesAgo)));
    }

    private static String idOf(String slug) {
        return Newsroom.read("/v1/articles/" + slug).getString("id");
    }

    private static List<String> titles(String query) {
        return Newsroom.read(RECOMMENDATIONS + query).getList("items.article.title");
    }
}
