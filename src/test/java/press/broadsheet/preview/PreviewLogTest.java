package press.broadsheet.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** Whatever becomes of a preview, neither log nor metrics hold its token, not at DEBUG, and not with the access log on. */
@QuarkusTest
@TestProfile(PreviewLogTest.Talkative.class)
class PreviewLogTest {
    private final Newsroom newsroom;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final PatternFormatter format = new PatternFormatter("%c %m %X%n%e");
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            // What the client of this test says of itself is not the server's log.
            if (!String.valueOf(entry.getLoggerName()).startsWith("org.apache.http")) {
                log.add(format.format(ExtLogRecord.wrap(entry)));
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

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
        root.setLevel(Level.FINE);
        listener.setLevel(Level.ALL);
        root.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(listener);
        root.setLevel(before);
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
        await().until(() -> log.stream().anyMatch(line -> line.contains("/v1/articles?limit=7")));

        String metrics = given().get("/q/metrics").asString();
        assertThat(log).anyMatch(line -> line.contains("failed"));
        for (String path : List.of(article, site)) {
            String token = path.split("/", -1)[3];
            assertThat(token).hasSize(43);
            assertThat(log.stream().filter(line -> line.contains(token))).isEmpty();
            assertThat(answers.toString()).doesNotContain(token);
            assertThat(metrics).contains("/v1/previews/{token}").doesNotContain(token);
        }
    }
}
