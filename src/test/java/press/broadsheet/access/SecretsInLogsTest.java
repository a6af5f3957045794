package press.broadsheet.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Log;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.Outage;

/** Whatever is done with keys, the log holds none of their secrets, not even at DEBUG. */
@QuarkusTest
class SecretsInLogsTest {
    private final Newsroom newsroom;
    private final AgroalDataSource database;
    private Log log;

    SecretsInLogsTest(Newsroom newsroom, AgroalDataSource database) {
        this.newsroom = newsroom;
        this.database = database;
    }

    @BeforeEach
    void listen() {
        newsroom.clear();
        Callers.enrol(newsroom);
        log = Log.ofEverything();
    }

    @AfterEach
    void stop() {
        log.close();
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

        assertThat(log.lines()).isNotEmpty().allSatisfy(entry -> assertThat(secrets)
                .noneMatch(entry::contains));
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
