package press.broadsheet.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.Wire;

/** On the wire, since no client sends such requests. */
@QuarkusTest
class BrokenRequestsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET\r\n\r\n",
                "GET /v1/probes\r\nHost: localhost\r\n\r\n",
                "GET /v1/probes HTTP/x.y\r\nHost: localhost\r\n\r\n",
                "GET /v1/probes HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n",
                "POST /v1/probes HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n",
                "POST /v1/probes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"
            })
    void what_cannot_be_parsed_is_a_problem_and_ends_the_connection(String request) {
        String answer = Wire.send(request);

        assertThat(answer).startsWith("HTTP/1.").contains(" 400 Bad Request\r\n");
        assertIsAProblem(answer, "malformed-request");
    }

    @Test
    void a_url_that_is_too_long_is_a_problem() {
        String answer = Wire.get("/v1/probes?ids=" + "x".repeat(8192));

        assertThat(answer).startsWith("HTTP/1.").contains(" 414 ");
        assertIsAProblem(answer, "url-too-long");
    }

    @Test
    void headers_that_are_too_large_are_a_problem() {
        String answer =
                Wire.send("GET /v1/probes HTTP/1.1", "Host: localhost", "Cookie: " + "x".repeat(17_000), "", "");

        assertThat(answer).startsWith("HTTP/1.1 431 ");
        assertIsAProblem(answer, "headers-too-large");
    }

    @Test
    void many_small_headers_are_too_large_together() {
        String answer =
                Wire.send("GET /v1/probes HTTP/1.1", "Host: localhost", "X-Small: some text\r\n".repeat(1_000), "");

        assertThat(answer).startsWith("HTTP/1.1 431 ");
        assertIsAProblem(answer, "headers-too-large");
    }

    @Test
    void a_broken_request_after_a_good_one_is_answered_too() {
        String answer = Wire.send("GET /v1/probes/x HTTP/1.1", "Host: localhost", "", "NONSENSE", "", "");

        assertThat(answer).startsWith("HTTP/1.1 200 ").contains(" 400 Bad Request\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "v1/probes", "?limit=1", "mailto:x@y"})
    void an_address_that_is_no_path_is_a_problem_with_a_name(String target) {
        assertThat(Wire.get(target))
                .containsPattern(" 40[04] ")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-request-id: ")
                .containsIgnoringCase("date: ")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("x-content-type-options: nosniff");
    }

    /** RFC 9112, 3.2.2. */
    @Test
    void a_whole_address_means_its_path() {
        assertThat(Wire.get("http://localhost")).startsWith("HTTP/1.1 200 ");
        assertThat(Wire.get("http://localhost/v1/unheard-of")).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void a_url_and_headers_within_the_limits_are_served() {
        assertThat(Wire.send(
                        "GET /v1/probes?offset=" + "0".repeat(8_000) + " HTTP/1.1",
                        "Host: localhost",
                        "Cookie: " + "x".repeat(15_000),
                        "Connection: close",
                        "",
                        ""))
                .startsWith("HTTP/1.1 200 ");
    }

    private static void assertIsAProblem(String answer, String code) {
        assertThat(answer)
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-request-id: ")
                .containsIgnoringCase("date: ")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("cache-control: no-store")
                .contains("\"code\":\"" + code + "\"")
                .doesNotContain("netty", "Exception", "(connection left open)");
    }
}
