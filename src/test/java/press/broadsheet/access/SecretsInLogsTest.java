package press.broadsheet.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.Outage;

/** Whatever is done with keys, the log holds none of their secrets, not even at DEBUG. */
@QuarkusTest
class SecretsInLogsTest {
    private final Newsroom newsroom;
    private final AgroalDataSource database;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final PatternFormatter format = new PatternFormatter("%m%n%e");
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            // What the client of this test says of itself at DEBUG is not the server's log.
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

    SecretsInLogsTest(Newsroom newsroom, AgroalDataSource database) {
        this.newsroom = newsroom;
        this.database = database;
    }

    @BeforeEach
    void listen() {
        newsroom.clear();
        Callers.enrol(newsroom);
        root.setLevel(Level.FINE);
        listener.setLevel(Level.ALL);
        root.addHandler(listener);
    }

    @AfterEach
    void stop() {
        root.removeHandler(listener);
        root.setLevel(before);
    }

    @Test
    void no_secret_of_a_key_gets_into_the_log() throws Exception {
        String made = given().auth()
                .oauth2(Callers.ADMIN.key())
                .contentType("application/json")
                .body(Map.of("name", "New", "role", "editor"))
                .post("/v1/manage/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        String wrong = Callers.ADMIN.key().replace("ffff", "9999");
        Set<String> secrets = Set.of(secretOf(made), secretOf(wrong), secretOf(Callers.ADMIN.key()));

        show(made);
        show(wrong);
        show(made + "_");
        show("Basic " + made);
        assertThat(given().queryParam("api_key", made).get("/v1/tags").statusCode())
                .isEqualTo(400);
        try (Outage away = Outage.of(database)) {
            assertThat(away).isNotNull();
            show(made);
        }

        assertThat(log).isNotEmpty().allSatisfy(entry -> assertThat(secrets).noneMatch(entry::contains));
    }

    private static Response show(String key) {
        return given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(Map.of("name", "Rail", "type", "topic"))
                .post("/v1/manage/tags");
    }

    private static String secretOf(String key) {
        return ApiKeyToken.parse(key).orElseThrow().secret();
    }
}
