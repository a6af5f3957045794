package press.broadsheet.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Log;
import press.broadsheet.testing.Newsroom;

/** Whatever becomes of a preview, neither log nor metrics hold its token, not at DEBUG, and not with the access log on. */
@QuarkusTest
@TestProfile(PreviewLogTest.Talkative.class)
class PreviewLogTest {
    private final Newsroom newsroom;
    private Log log;

    PreviewLogTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** A server that logs each request. */
    public static class Talkative implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.access-log.enabled",
                    "true",
                    "broadsheet.database.directory",
                    "target/talkative-database");
        }
    }

    @BeforeEach
    void listen() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.anArticle("Night trains").in("news").created();
        log = Log.ofEverything();
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void no_line_of_the_log_and_no_problem_holds_a_token() {
        String article = Previews.ofArticle("night-trains");
        String site = Previews.ofSite(Instant.parse("2099-01-01T00:00:00Z"));
        List<String> asked = List.of(
                article,
                article + "?colour=red",
                article + "/page",
                site + "/v1/articles",
                site + "/v1/articles/night-trains",
                site + "/v1/articles?colour=red",
                site + "/v1/manage/articles",
                site + "/v1/articles/");

        List<String> answers =
                asked.stream().map(path -> given().get(path).asString()).toList();
        given().post(article).then().statusCode(405);
        newsroom.sql("alter table article_body rename to hidden_body");
        try {
            assertThat(given().get(article).statusCode()).isEqualTo(500);
        } finally {
            newsroom.sql("alter table hidden_body rename to article_body");
        }
        given().get("/v1/articles?limit=7").then().statusCode(200);
        await().until(() -> log.lines().stream().anyMatch(line -> line.contains("/v1/articles?limit=7")));

        String metrics = given().get("/q/metrics").asString();
        assertThat(log.lines()).anyMatch(line -> line.contains("failed"));
        for (String path : List.of(article, site)) {
            String token = path.split("/", -1)[3];
            assertThat(token).hasSize(43);
            assertThat(log.lines().stream().filter(line -> line.contains(token)))
                    .isEmpty();
            assertThat(answers.toString()).doesNotContain(token);
            assertThat(metrics).contains("/v1/previews/{token}").doesNotContain(token);
        }
    }
}
