package press.broadsheet.ranking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class TrendingTest {
    private final Newsroom newsroom;

    TrendingTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void views_of_ten_years_ago_neither_count_nor_fail() {
        newsroom.clear();
        newsroom.section("News");
        Instant now = Instant.now();
        newsroom.anArticle("Old").in("news").publishedAt(now.minus(Duration.ofDays(3650)));
        newsroom.anArticle("New").in("news").publishedAt(now.minus(Duration.ofHours(2)));
        newsroom.views("old", now.minus(Duration.ofDays(3650)), 1000);
        newsroom.views("new", now, 10);

        given().get("/v1/rankings/trending?window=all")
                .then()
                .statusCode(200)
                .body("items.article.slug", contains("new", "old"))
                .body("items.backfill", contains(false, true));
    }
}
