package press.broadsheet.problem;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Log;

@QuarkusTest
class ProblemMapperTest {
    @Test
    void a_problem_is_a_whole_document_of_rfc_9457() {
        Response answer = given().header("X-Request-Id", "r-1").get("/v1/probes/missing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.asString())
                .isEqualTo(
                        "{\"type\":\"http://localhost:8080/problems/not-found\",\"title\":\"Not found\",\"status\":404,"
                                + "\"detail\":\"There is no probe 'missing'.\",\"code\":\"not-found\",\"requestId\":\"r-1\","
                                + "\"errors\":[]}");
    }

    @Test
    void the_type_never_follows_the_host_that_a_client_names() {
        Response answer = given().headers(Map.of(
                        "Host", "evil.example",
                        "X-Forwarded-Host", "evil.example",
                        "Forwarded", "host=evil.example;proto=https"))
                .get("/v1/probes/missing");

        assertThat(answer.path("type").toString()).startsWith("http://localhost:8080/problems/");
        assertThat(answer.asString()).doesNotContain("evil");
    }

    @Test
    void what_is_absent_is_kept_for_seconds_and_other_problems_not_at_all() {
        assertThat(get("/v1/probes/missing").header("Cache-Control")).isEqualTo("max-age=5");
        assertThat(get("/v1/probes/gone").header("Cache-Control")).isEqualTo("max-age=5");
        assertThat(get("/v1/probes/gone").statusCode()).isEqualTo(410);
        assertThat(get("/v1/unheard-of").header("Cache-Control")).isEqualTo("max-age=5");
        assertThat(get("/v1/manage/unheard-of").header("Cache-Control")).isEqualTo("no-store");
        assertThat(get("/v1/probes?offset=-1").header("Cache-Control")).isEqualTo("no-store");
        assertThat(get("/v1/probes/fail/bug").header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/unheard-of", "/v1/unheard-of", "/v1/probes/x/unheard-of", "/q/unheard-of", "/favicon.ico"})
    void a_path_that_nobody_has_is_a_problem_too(String path) {
        Response answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.path("code").toString()).isEqualTo("not-found");
    }

    @Test
    void a_problem_can_bring_headers_of_its_own() {
        assertThat(get("/v1/probes/fail/stale").header("ETag")).isEqualTo("\"3\"");
    }

    @ParameterizedTest
    @CsvSource({
        "23505, 409",
        "23503, 409",
        "53100, 507",
        "57014, 503",
        "53300, 503",
        "08006, 503",
        "57P01, 503",
        "57P03, 503",
        "40P01, 503",
        "25006, 503",
        "pool, 503",
        "lock, 412",
        "22021, 500",
        "42P01, 500"
    })
    void a_refusal_of_the_database_is_told_by_its_sqlstate(String state, int status) {
        Response answer = get("/v1/probes/fail/" + state);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "2" : null);
        assertThat(answer.asString()).doesNotContainIgnoringCase("relation", "postgres", "insert", "Row was");
    }

    @Test
    void a_fault_of_ours_has_a_fixed_text_and_one_entry_in_the_log_under_the_requests_name() {
        try (Log log = Log.from(Level.WARN)) {
            Response answer = given().header("X-Request-Id", "bug-1").get("/v1/probes/fail/bug");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.path("detail").toString())
                    .isEqualTo("The server made a mistake; it was recorded as bug-1.");
            assertThat(answer.asString()).doesNotContain("select", "press.broadsheet", "Exception");
            assertThat(log.entries())
                    .filteredOn(entry -> entry.getThrown() != null)
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(log.getFormatter().format(entry)).contains("Request bug-1");
                        assertThat(entry.getMdc("requestId")).isEqualTo("bug-1");
                    });
        }
    }

    @Test
    void a_clients_fault_is_not_logged() {
        try (Log log = Log.from(Level.WARN)) {
            get("/v1/probes/missing");
            get("/v1/probes?offset=x");
            given().contentType("application/json").body("{").post("/v1/probes");

            assertThat(log.entries()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/routes/status, 413",
        "/routes/bug, 500",
        "/routes/null, 500",
        "/routes/unauthorized, 401",
        "/routes/forbidden, 403",
        "/routes/http, 400",
        "/routes/problem, 404"
    })
    void a_route_that_fails_before_the_rest_stack_answers_in_the_same_form(String path, int status) {
        Response answer = given().header("X-Request-Id", "r-2").get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat((int) answer.path("status")).isEqualTo(status);
        assertThat(answer.path("requestId").toString()).isEqualTo("r-2");
        assertThat(answer.asString()).doesNotContain("press.broadsheet");
    }

    @Test
    void no_credentials_and_wrong_credentials_are_401_and_say_what_is_wanted() {
        Response none = get("/v1/probes/x/secret");
        Response wrong = given().header("Authorization", "Probe nobody").get("/v1/probes/x");

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(wrong.path("code").toString()).isEqualTo("not-authenticated");
        assertThat(wrong.asString()).doesNotContain("press.broadsheet");
    }

    @Test
    void credentials_that_do_not_reach_are_403_without_a_challenge() {
        Response answer = given().header("Authorization", "Probe reader").get("/v1/probes/x/secret");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.path("code").toString()).isEqualTo("not-allowed");
        assertThat(answer.header("WWW-Authenticate")).isNull();
        assertThat(given().header("Authorization", "Probe editor")
                        .get("/v1/probes/x/secret")
                        .asString())
                .isEqualTo("secret");
    }

    @Test
    void a_head_has_the_status_and_headers_of_the_problem_and_no_body() {
        Response answer = Wire.uncompressed().head("/v1/probes/missing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.asByteArray()).isEmpty();
    }
}
