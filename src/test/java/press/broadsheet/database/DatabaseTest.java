package press.broadsheet.database;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The application with its embedded database, as other tests use it. */
@QuarkusTest
class DatabaseTest {
    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Test
    void every_statement_and_every_forgotten_transaction_has_an_end() {
        assertThat(setting("statement_timeout")).isEqualTo("10s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    @Test
    void sessions_tell_whose_they_are() {
        assertThat(setting("application_name")).isEqualTo("broadsheet");
    }

    @Test
    void being_ready_includes_the_database_and_being_alive_does_not() {
        get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks[0].name", equalTo("Database connections health check"));
        get("/q/health/live").then().statusCode(200).body("checks", empty());
    }

    @Test
    void the_clock_tells_milliseconds() {
        Instant now = clock.instant();

        assertThat(now)
                .isEqualTo(now.truncatedTo(ChronoUnit.MILLIS))
                .isBetween(Clocks.now().minusSeconds(1), Clocks.now());
    }

    private Object setting(String name) {
        return entities.createNativeQuery("select current_setting(?1)")
                .setParameter(1, name)
                .getSingleResult();
    }
}
