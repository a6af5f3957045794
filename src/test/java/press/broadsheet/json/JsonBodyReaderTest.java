package press.broadsheet.json;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.Wire;

@QuarkusTest
class JsonBodyReaderTest {
    @Test
    void a_syntax_error_is_told_with_its_place_and_without_a_word_of_java() {
        Response answer = post("{\n  \"title\": \"t\",\n  \"count\": }");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.path("code").toString()).isEqualTo("malformed-request");
        assertThat(answer.path("detail").toString())
                .isEqualTo(
                        "The body is not JSON that can be read at line 3, column 12: Unexpected character ('}' (code 125)).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{} {}",
                "{}x",
                "{'a':1}",
                "{a:1}",
                "[01]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[NaN]",
                "[Infinity]",
                "// comment\n{}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "\uFEFF{}",
                "\u0000",
                "nul"
            })
    void what_is_not_json_is_400_whatever_the_field_takes(String body) {
        for (Response answer : new Response[] {post(body), put(body)}) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.path("code").toString()).isEqualTo("malformed-request");
            assertThat(answer.asString()).doesNotContain("jackson", "JsonParser", "StreamRead", "java.", "Source");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\":\"x\\u0000y\"}', /a",
        "'{\"a\":[1,\"\\ud800\"]}', /a/1",
        "'{\"a\":[1,\"\\ude00\\ud83d\"]}', /a/1",
        "'{\"a\":{\"b\\u0000\":1}}', '/a/b\u0000'",
        "'{\"a\":9007199254740992}', /a",
        "'{\"a\":-9007199254740992}', /a",
        "'{\"a\":[1e400000]}', /a/0",
        "'{\"a\":[1e999999999]}', /a/0",
        "'{\"a\":[1e-999999999]}', /a/0"
    })
    void text_and_numbers_that_cannot_be_stored_are_400_with_a_pointer(String body, String pointer) {
        Response answer = put(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).containsExactly(pointer);
    }

    @Test
    void whole_pairs_and_the_largest_numbers_come_back_as_they_were() {
        String body = "{\"a\":\"\uD83D\uDCF0 \u00e9\",\"b\":9007199254740991,\"c\":1.7e308,\"d\":0.0,\"e\":null}";

        assertThat(put(body).asString())
                .isEqualTo("{\"a\":\"\uD83D\uDCF0 \u00e9\",\"b\":9007199254740991,"
                        + "\"c\":1.7E308,\"d\":0.0,\"e\":null}");
    }

    @Test
    void bytes_that_are_not_utf_8_are_400() {
        for (byte[] text : new byte[][] {
            {(byte) 0xFF},
            {(byte) 0xC0, (byte) 0x80},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xE2, (byte) 0x82}
        }) {
            byte[] body = new byte[text.length + 4];
            body[0] = '[';
            body[1] = '"';
            System.arraycopy(text, 0, body, 2, text.length);
            body[text.length + 2] = '"';
            body[text.length + 3] = ']';

            assertThat(given().contentType("application/json")
                            .body(body)
                            .put("/v1/probes/x")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void other_encodings_are_refused_whether_said_or_not() {
        byte[] body = "{\"title\":\"t\",\"count\":1}".getBytes(StandardCharsets.UTF_16LE);

        assertThat(given().contentType("application/json")
                        .body(body)
                        .put("/v1/probes/x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(given().contentType("application/json;charset=utf-16")
                        .body(body)
                        .put("/v1/probes/x")
                        .statusCode())
                .isEqualTo(415);
        assertThat(given().contentType("application/json;charset=UTF-8")
                        .body("{}")
                        .put("/v1/probes/x")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nesting_has_a_limit() {
        assertThat(put("[".repeat(64) + "]".repeat(64)).statusCode()).isEqualTo(200);
        assertThat(put("[".repeat(65) + "]".repeat(65)).statusCode()).isEqualTo(400);
        assertThat(put("[".repeat(500_000)).statusCode()).isEqualTo(400);
        assertThat(put("{\"a\":".repeat(65) + "1" + "}".repeat(65)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void names_numbers_and_tokens_have_a_limit() {
        assertThat(put("{\"" + "n".repeat(257) + "\":1}").statusCode()).isEqualTo(400);
        assertThat(put("[" + "1".repeat(101) + "]").statusCode()).isEqualTo(400);
        assertThat(put("[0" + ",0".repeat(100_000) + "]").statusCode()).isEqualTo(400);
        assertThat(put("{\"" + "n".repeat(256) + "\":\"" + "t".repeat(900_000) + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_body_over_the_limit_is_413_also_when_it_does_not_say_its_length() {
        String body = "[\"" + "t".repeat(1 << 20) + "\"]";

        assertThat(put(body).statusCode()).isEqualTo(413);
        assertThat(put(body).path("code").toString()).isEqualTo("body-too-large");
        assertThat(Wire.send(
                        "PUT /v1/probes/x HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: application/json",
                        "Transfer-Encoding: chunked",
                        "",
                        Integer.toHexString(body.length()),
                        body,
                        "0",
                        "",
                        ""))
                .startsWith("HTTP/1.1 413 ")
                .contains("\"code\":\"body-too-large\"");
    }

    private static Response post(String body) {
        return given().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/probes");
    }

    private static Response put(String body) {
        return given().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put("/v1/probes/x");
    }
}
