package press.broadsheet.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import press.broadsheet.database.Statements;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class KeyUsesTest {
    private final Newsroom newsroom;
    private final KeyUses uses;

    KeyUsesTest(Newsroom newsroom, KeyUses uses) {
        this.newsroom = newsroom;
        this.uses = uses;
    }

    @Test
    void uses_of_all_keys_are_written_at_once_to_the_minute() {
        Callers.enrol(newsroom);
        newsroom.sql("update api_key set last_used_at = null");
        uses.write();
        newsroom.sql("update api_key set last_used_at = null");
        for (int request = 0; request < 20; request++) {
            given().auth().oauth2(Callers.READER.key()).get("/v1/site");
            given().auth().oauth2(Callers.EDITOR.key()).get("/v1/site");
        }

        assertThat(written()).isLessThanOrEqualTo(1);

        assertThat(Instant.parse(lastUseOf("reader")))
                .isBetween(Instant.now().minus(Duration.ofMinutes(2)), Instant.now())
                .satisfies(minute -> assertThat(minute.getEpochSecond() % 60).isZero());
        assertThat(lastUseOf("editor")).isNotNull();
        assertThat(lastUseOf("expired")).isNull();
    }

    private int written() {
        try (Statements statements = Statements.begin()) {
            uses.write();
            return statements.count();
        }
    }

    private static String lastUseOf(String keyId) {
        return given().auth()
                .oauth2(Newsroom.KEY)
                .get("/v1/manage/keys/" + keyId)
                .path("lastUsedAt");
    }
}
