package press.broadsheet.problem;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Log;

@QuarkusTest
class RequestIdTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void a_clients_own_name_is_kept() {
        assertThat(name(given().header("X-Request-Id", "Abc_1.2-3").get("/v1/probes/x")))
                .isEqualTo("Abc_1.2-3");
        assertThat(name(given().header("X-Request-Id", "y".repeat(64)).get("/v1/probes/x")))
                .isEqualTo("y".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "a\tb", "ä", "a;b", "a/b"})
    void a_name_that_could_do_harm_in_a_log_is_replaced(String name) {
        assertThat(name(given().header("X-Request-Id", name).get("/v1/probes/x")))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void a_name_that_is_too_long_is_replaced() {
        assertThat(name(given().header("X-Request-Id", "y".repeat(65)).get("/v1/probes/x")))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void without_a_name_each_request_gets_another() {
        assertThat(name(get("/v1/probes/x"))).isNotEqualTo(name(get("/v1/probes/x")));
    }

    @Test
    void a_trace_names_the_request_and_its_parts_are_in_the_log() {
        try (Log log = Log.from(Level.WARN)) {
            Response answer = given().header("traceparent", TRACEPARENT).get("/v1/probes/fail/bug");

            assertThat(answer.path("requestId").toString()).isEqualTo(TRACE);
            assertThat(log.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.getMdc("traceId")).isEqualTo(TRACE);
                assertThat(entry.getMdc("parentId")).isEqualTo("00f067aa0ba902b7");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "nonsense"
            })
    void a_trace_that_is_not_valid_is_passed_over(String traceparent) {
        assertThat(name(given().header("traceparent", traceparent).get("/v1/probes/x")))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/probes/x", "/v1/probes/missing", "/unheard-of", "/v1/probes/x/", "/routes/bug", "/q/health"
            })
    void every_answer_has_a_name(String path) {
        assertThat(name(given().header("X-Request-Id", "named").get(path))).isEqualTo("named");
    }

    @Test
    void the_log_of_one_request_never_has_the_name_of_another() {
        try (Log log = Log.from(Level.WARN)) {
            given().header("X-Request-Id", "first").get("/v1/probes/fail/bug");
            given().header("X-Request-Id", "second")
                    .header("traceparent", TRACEPARENT)
                    .get("/v1/probes/fail/bug");
            given().header("X-Request-Id", "third").get("/v1/probes/fail/bug");

            assertThat(log.entries())
                    .extracting(entry -> entry.getMdc("requestId"))
                    .containsExactly("first", "second", "third");
            assertThat(log.entries())
                    .extracting(entry -> entry.getMdc("traceId"))
                    .containsExactly(null, TRACE, null);
        }
    }

    private static String name(Response answer) {
        return answer.header("X-Request-Id");
    }
}
