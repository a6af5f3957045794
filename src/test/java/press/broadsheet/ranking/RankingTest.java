package press.broadsheet.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** What a ranking says of itself, and what it may be asked. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class RankingTest {
    private static final int ARTICLES = 14;

    private final Newsroom newsroom;
    private final Instant now = Instant.now();
    private boolean loaded;

    RankingTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** The older, the more viewed; the last four not at all, and two of the others alike. */
    @BeforeEach
    void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        newsroom.clear();
        newsroom.section("News");
        for (int number = 0; number < ARTICLES; number++) {
            String slug = newsroom.anArticle("Piece " + number)
                    .in("news")
                    .publishedAt(now.minus(Duration.ofHours(1L + number)));
            if (number < ARTICLES - 4) {
                newsroom.views(slug, now, number == 5 ? 5 : 1 + number);
            }
        }
    }

    @Test
    void the_most_viewed_come_first_the_newer_one_of_two_alike_and_the_newest_fill_the_list() {
        JsonPath ranking = Newsroom.read("/v1/rankings/most-viewed?limit=12");

        assertThat(ranking.getList("items.article.slug"))
                .containsExactly(
                        "piece-9",
                        "piece-8",
                        "piece-7",
                        "piece-6",
                        "piece-4",
                        "piece-5",
                        "piece-3",
                        "piece-2",
                        "piece-1",
                        "piece-0",
                        "piece-10",
                        "piece-11");
        assertThat(ranking.getList("items.backfill", Boolean.class).subList(9, 12))
                .containsExactly(false, true, true);
        assertThat(ranking.getList("items.rank")).startsWith(1, 2, 3).endsWith(12);
    }

    @ParameterizedTest
    @CsvSource({"1h, 1", "6h, 6", "24h, 24", "7d, 168", "30d, 720"})
    void a_window_begins_on_the_hour(String window, int hours) {
        JsonPath ranking = Newsroom.read("/v1/rankings/most-viewed?window=" + window);

        Instant to = Instant.parse(ranking.getString("window.to"));
        assertThat(Instant.parse(ranking.getString("window.from")))
                .isEqualTo(to.minus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.HOURS));
        assertThat(ranking.getString("window.name")).isEqualTo(window);
        assertThat(ranking.getBoolean("stale")).isFalse();
    }

    @Test
    void all_time_has_no_beginning() {
        assertThat(Newsroom.read("/v1/rankings/most-viewed?window=all").<Object>get("window.from"))
                .isNull();
    }

    @Test
    void a_ranking_has_as_many_as_were_asked_for_and_without_those_excluded() {
        List<String> all = Newsroom.read("/v1/rankings/most-viewed?limit=10").getList("items.article.id");

        List<String> rest = Newsroom.read("/v1/rankings/most-viewed?limit=10&exclude=" + all.get(0) + "," + all.get(4))
                .getList("items.article.id");

        assertThat(all).hasSize(10);
        assertThat(rest).hasSize(10).doesNotContain(all.get(0), all.get(4));
    }

    @Test
    void only_what_was_published_lately_can_be_asked_for() {
        assertThat(Newsroom.read("/v1/rankings/most-viewed?limit=50&publishedWithin=5")
                        .getList("items.article.slug"))
                .containsExactly("piece-3", "piece-2", "piece-1", "piece-0");
    }

    @Test
    void there_is_no_other_metric() {
        Newsroom.get("/v1/rankings/most-secret").statusCode(404);
        Newsroom.get("/v1/rankings/MOST_VIEWED").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "window=2h, window",
        "window=, window",
        "limit=0, limit",
        "limit=51, limit",
        "publishedWithin=0, publishedWithin",
        "exclude=x, exclude",
        "lang=12345678901, lang",
        "colour=red, colour",
        "since=1, since"
    })
    void parameters_have_bounds(String query, String parameter) {
        assertThat(Newsroom.get("/v1/rankings/most-viewed?" + query)
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.parameter"))
                .isEqualTo(List.of(parameter));
    }
}
