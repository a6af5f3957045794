package press.broadsheet.viewing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** Hours become days when they are old, and nothing of them is lost. */
@QuarkusTest
class RollingTest {
    private static final int DAYS = 60;
    private static final int KEPT_DAYS = 40;

    private static final String IN_DAYS =
            "select sum(views) from article_views_day cross join unnest(hours) as each (views)";

    private final Newsroom newsroom;
    private final ViewRecording recording;
    private final Instant now = Instant.now();

    RollingTest(Newsroom newsroom, ViewRecording recording) {
        this.newsroom = newsroom;
        this.recording = recording;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        Random random = new Random(7);
        for (String slug : List.of("one", "two")) {
            newsroom.anArticle(slug).in("news").publishedAt(now.minus(Duration.ofDays(DAYS)));
            for (int view = 0; view < 60; view++) {
                newsroom.views(slug, now.minus(Duration.ofHours(random.nextInt(DAYS * 24))), 1 + random.nextInt(9));
            }
        }
    }

    @Test
    void old_hours_are_rolled_into_days_piece_by_piece_and_an_export_tells_the_same() {
        List<String> before = exported();

        roll();

        assertThat(newsroom.rows(
                        "select 1 from article_views where hour < now() - interval '%d days'".formatted(KEPT_DAYS + 1)))
                .isEmpty();
        assertThat(newsroom.rows("select 1 from article_views_day")).hasSizeBetween(10, 2 * (DAYS - KEPT_DAYS));
        assertThat(exported()).isEqualTo(before);
    }

    @Test
    void an_hour_of_a_day_that_was_rolled_up_can_be_set_again() {
        Instant old = now.minus(Duration.ofDays(50)).truncatedTo(ChronoUnit.DAYS);
        newsroom.views("one", old.plus(Duration.ofHours(3)), 30);
        newsroom.views("one", old.plus(Duration.ofHours(23)), 40);
        long views = views();
        List<String> before = exported();
        roll();

        newsroom.views("one", old.plus(Duration.ofHours(3)), 30);
        assertThat(views()).isEqualTo(views);
        assertThat(exported()).isEqualTo(before);

        roll();
        newsroom.views("one", old.plus(Duration.ofHours(23)), 1);
        assertThat(views()).isEqualTo(views - 39);
        roll();
        assertThat(views()).isEqualTo(views - 39);
    }

    @Test
    void an_hour_that_is_rolled_up_later_is_added_to_its_day() {
        roll();
        List<?> before = newsroom.rows(IN_DAYS).get(0);
        newsroom.sql(
                "insert into article_views select date_trunc('hour', now() - interval '50 days'), id, 5 from article");

        roll();

        assertThat((Long) newsroom.rows(IN_DAYS).get(0).get(0)).isEqualTo((Long) before.get(0) + 10);
    }

    private void roll() {
        while (QuarkusTransaction.requiringNew().call(() -> recording.roll(Duration.ofDays(KEPT_DAYS), 7)) > 0) {
            // The next piece.
        }
    }

    private static long views() {
        return Newsroom.read("/v1/articles/one/counters").getLong("views");
    }

    /** The lines about views, in an order that does not depend on where they stand. */
    private static List<String> exported() {
        return given().auth()
                .oauth2(Newsroom.KEY)
                .get("/v1/manage/export")
                .asString()
                .lines()
                .filter(line -> line.contains("\"views\""))
                .sorted()
                .toList();
    }
}
