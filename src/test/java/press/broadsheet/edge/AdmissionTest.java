package press.broadsheet.edge;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.ProbeResource;
import press.broadsheet.problem.Wire;

@QuarkusTest
class AdmissionTest {
    private static final String PROBE = "{\"title\":\"t\",\"count\":1}";

    @Test
    void a_head_is_a_get_without_the_body() {
        Response get = Wire.uncompressed().get("/v1/probes/x");
        Response head = Wire.uncompressed().head("/v1/probes/x");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        assertThat(head.contentType()).isEqualTo(get.contentType());
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/probes, 'GET, HEAD, POST, OPTIONS'",
        "/v1/probes/x, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'",
        "/v1/probes/x/count, 'POST, OPTIONS'"
    })
    void options_names_the_methods_of_this_path_and_no_other(String path, String allowed) {
        Response answer = given().options(path);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void options_of_a_path_that_nobody_has_is_404() {
        assertThat(given().options("/v1/unheard-of").statusCode()).isEqualTo(404);
        assertThat(given().options("/v1/unheard-of").header("Allow")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/probes, 'GET, HEAD, POST, OPTIONS'",
        "POST, /v1/probes/x, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'",
        "GET, /v1/probes/x/count, 'POST, OPTIONS'",
        "HEAD, /v1/probes/x/count, 'POST, OPTIONS'",
        "PUT, /v1/probes/x/page, 'GET, HEAD, OPTIONS'"
    })
    void a_wrong_method_is_405_and_told_the_right_ones(String method, String path, String allowed) {
        Response answer = given().request(method, path);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "QUERY", "BREW", "get", "PROPFIND"})
    void a_method_that_no_path_has_is_501(String method) {
        String answer = Wire.send(method + " /v1/probes/x HTTP/1.1", "Host: localhost", "Connection: close", "", "");

        assertThat(answer).startsWith("HTTP/1.1 501 ").contains("\"code\":\"not-implemented\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void a_header_that_would_change_the_method_has_no_effect(String header) {
        int before = ProbeResource.CHANGES.get();

        assertThat(given().header(header, "DELETE").get("/v1/probes/x").statusCode())
                .isEqualTo(200);
        assertThat(given().header(header, "DELETE")
                        .get("/v1/probes/x?_method=DELETE")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ProbeResource.CHANGES).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"})
    void a_get_with_a_body_is_refused(String rest) {
        assertThat(Wire.send(
                        "GET /v1/probes/x HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "Connection: close",
                        rest))
                .startsWith("HTTP/1.1 400 ")
                .contains("A GET has no body.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: localhost\r\nHost: evil.example\r\n"})
    void a_request_has_exactly_one_host(String hosts) {
        assertThat(Wire.send("GET /v1/probes/x HTTP/1.1", hosts + "Connection: close", "", ""))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, x\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: x, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: gzip\r\n\r\nx",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 3\r\n\tfolded: x\r\n\r\n{}x"
            })
    void a_body_whose_end_is_open_to_doubt_is_refused_and_ends_the_connection(String rest) {
        String answer =
                Wire.send("POST /v1/probes HTTP/1.1", "Host: localhost", "Content-Type: application/json", rest);

        assertThat(answer).contains(" 400 Bad Request\r\n").doesNotContain("(connection left open)");
    }

    @Test
    void a_body_that_breaks_off_or_is_not_in_chunks_ends_the_connection_and_is_no_fault_of_ours() {
        String answer = Wire.send(
                "POST /v1/probes HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Transfer-Encoding: chunked",
                "",
                "xyz",
                "");

        assertThat(answer).doesNotContain("HTTP/1.1 2", "HTTP/1.1 5", "(connection left open)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "zstd", "deflate, gzip"})
    void a_compressed_body_is_415(String encoding) {
        Response answer = given().contentType("application/json")
                .header("Content-Encoding", encoding)
                .body(PROBE)
                .post("/v1/probes");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/probes, Accept-Post, application/json",
        "PATCH, /v1/probes/x, Accept-Patch, application/merge-patch+json",
        "PUT, /v1/probes/x, Accept, application/json"
    })
    void a_body_of_a_wrong_type_or_none_is_415_and_told_the_right_one(
            String method, String path, String header, String type) {
        Response wrong = given().contentType("text/plain").body(PROBE).request(method, path);
        String none = Wire.send(
                method + " " + path + " HTTP/1.1",
                "Host: localhost",
                "Content-Length: 2",
                "Connection: close",
                "",
                "{}");

        assertThat(wrong.statusCode()).isEqualTo(415);
        assertThat(wrong.header(header)).isEqualTo(type);
        assertThat(none).startsWith("HTTP/1.1 415 ").containsIgnoringCase(header + ": " + type);
    }

    @Test
    void a_body_that_says_it_is_too_large_is_413_before_it_is_sent() {
        String answer = Wire.send(
                "POST /v1/probes HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 2097153",
                "",
                "");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("\"code\":\"body-too-large\"")
                .doesNotContain("(connection left open)");
    }

    @Test
    void a_refused_request_leaves_the_connection_ready_for_the_next() {
        String answers = Wire.send(
                "POST /v1/probes HTTP/1.1",
                "Host: localhost",
                "Content-Type: text/plain",
                "Content-Length: 5",
                "",
                "helloGET /v1/probes/x HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "",
                "");

        assertThat(answers).startsWith("HTTP/1.1 415 ").contains("HTTP/1.1 200 ");
    }

    @Test
    void the_framework_shows_nothing_that_was_not_published() {
        assertThat(get("/q/dev").statusCode()).isEqualTo(404);
        assertThat(get("/q/arc").statusCode()).isEqualTo(404);
    }
}
