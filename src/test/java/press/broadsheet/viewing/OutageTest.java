package press.broadsheet.viewing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.Outage;

/** Views while the database is away: taken as long as there is room, and what finds none is told of. */
@QuarkusTest
@TestProfile(OutageTest.LittleRoom.class)
class OutageTest {
    private static final int ROOM = 5;
    private static final int ARTICLES = 20;
    private static final int VIEWS = 400;

    private final Newsroom newsroom;
    private final AgroalDataSource database;
    private final MeterRegistry metrics;

    OutageTest(Newsroom newsroom, AgroalDataSource database, MeterRegistry metrics) {
        this.newsroom = newsroom;
        this.database = database;
        this.metrics = metrics;
    }

    /** The buffer is full when it has so many articles. */
    public static final class LittleRoom implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("broadsheet.views.buffer", String.valueOf(ROOM));
        }
    }

    @Test
    void what_was_counted_and_what_found_no_room_are_together_what_was_sent() throws SQLException {
        newsroom.clear();
        newsroom.section("News");
        List<String> slugs = new ArrayList<>();
        for (int number = 0; number < ARTICLES; number++) {
            slugs.add(newsroom.anArticle("Story " + number).in("news").published());
        }
        double before = overflow();

        try (Outage away = Outage.of(database)) {
            assertThat(away).isNotNull();
            for (int view = 0; view < VIEWS; view++) {
                given().noContentType()
                        .header("User-Agent", "Firefox " + UUID.randomUUID())
                        .post("/v1/articles/" + slugs.get(view % ARTICLES) + "/views")
                        .then()
                        .statusCode(202);
            }
        }

        long found = (long) (VIEWS - (overflow() - before));
        assertThat(found).isBetween((long) VIEWS * ROOM / ARTICLES, VIEWS - 1L);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        newsroom.rows("select cast(coalesce(sum(views), 0) as bigint) from article_view_total"))
                .isEqualTo(List.of(List.of(found))));
    }

    private double overflow() {
        return metrics.counter("broadsheet.views", "outcome", "overflow").count();
    }
}
