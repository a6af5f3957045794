package press.broadsheet.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** How rankings keep in step with time and with what is counted, and that they say so when they do not. */
@QuarkusTest
class RankingScoringTest {
    private final Newsroom newsroom;
    private final RankingScoring scoring;
    private final Instant now = Instant.now();

    RankingScoringTest(Newsroom newsroom, RankingScoring scoring) {
        this.newsroom = newsroom;
        this.scoring = scoring;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.anArticle("Story").in("news").published();
    }

    @AfterEach
    void goOn() {
        newsroom.sql("update score_state set hour = date_trunc('hour', now(), 'UTC'), counted_at = now()");
    }

    @Test
    void an_hour_that_leaves_a_window_counts_no_more() {
        newsroom.views("story", now.minus(Duration.ofHours(3)), 10);
        newsroom.views("story", now, 1);
        // As if the last refresh had been three hours ago, and counted accordingly.
        newsroom.sql("update article_score set score = 11 where metric = 'most-viewed' and span = '1h'");
        newsroom.sql("update score_state set hour = hour - interval '3 hours'");

        scoring.refresh();

        await().untilAsserted(() -> assertThat(score("most-viewed", "1h")).isEqualTo(1));
        assertThat(score("most-viewed", "6h")).isEqualTo(11);
    }

    @Test
    void what_is_set_to_less_has_less() {
        newsroom.views("story", now, 10);
        newsroom.views("story", now, 4);

        assertThat(score("most-viewed", "24h")).isEqualTo(4);
        assertThat(score("most-viewed", "all")).isEqualTo(4);
    }

    @Test
    void reactions_are_counted_and_taken_off_again_by_themselves() {
        String reaction = "/v1/articles/story/reactions/like/6f1c1c62-7d52-4c7e-9d53-0d6f5a3c2b11";
        Newsroom.put(reaction, "").statusCode(201);
        await().untilAsserted(() -> assertThat(score("most-liked", "all")).isEqualTo(1));

        RestAssured.delete(reaction).then().statusCode(204);
        await().untilAsserted(() -> assertThat(
                        Newsroom.read("/v1/rankings/most-liked?window=all").getList("items.backfill"))
                .isEqualTo(List.of(true)));
    }

    @Test
    void a_ranking_that_is_not_counted_anew_says_so_and_since_when() {
        // A node that hangs while it counts keeps the others from counting.
        JsonPath ranking = QuarkusTransaction.requiringNew().call(() -> {
            newsroom.rows("select pg_advisory_xact_lock(7230004)");
            return CompletableFuture.supplyAsync(this::fiveMinutesLater).join();
        });

        assertThat(ranking.getBoolean("stale")).isTrue();
        assertThat(Instant.parse(ranking.getString("asOf"))).isBefore(now.minus(Duration.ofMinutes(4)));
        assertThat(ranking.getString("window.to")).isEqualTo(ranking.getString("asOf"));
    }

    private JsonPath fiveMinutesLater() {
        newsroom.sql("update score_state set counted_at = now() - interval '5 minutes'");
        return Newsroom.read("/v1/rankings/most-viewed");
    }

    private static double score(String metric, String window) {
        return Newsroom.read("/v1/rankings/" + metric + "?window=" + window).getDouble("items[0].score");
    }
}
