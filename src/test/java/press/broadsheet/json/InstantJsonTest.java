package press.broadsheet.json;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InstantJsonTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:15:30Z, 2026-11-23T08:15:30.000Z",
        "2026-11-23T08:15:30.1Z, 2026-11-23T08:15:30.100Z",
        "2026-11-23T08:15:30.123999Z, 2026-11-23T08:15:30.123Z",
        "2026-11-23T10:15:30+02:00, 2026-11-23T08:15:30.000Z",
        "2026-11-23t08:15:30z, 2026-11-23T08:15:30.000Z",
        "2024-02-29T23:59:59.999-12:00, 2024-03-01T11:59:59.999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
    })
    void a_time_is_read_with_any_offset_and_written_in_utc_with_three_digits(String read, String written) {
        assertThat(InstantJson.write(InstantJson.read(read))).isEqualTo(written);
    }

    @Test
    void what_is_stored_is_no_finer_than_what_is_shown() {
        assertThat(InstantJson.read("2026-11-23T08:15:30.123999Z"))
                .isEqualTo(Instant.parse("2026-11-23T08:15:30.123Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "infinity",
                "2026-11-23",
                "2026-11-23T08:15Z",
                "2026-11-23T08:15:30",
                "2026-11-23 08:15:30Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T08:15:60Z",
                "2026-11-23T08:60:30Z",
                "2026-02-29T08:15:30Z",
                "2026-13-01T08:15:30Z",
                "10000-01-01T00:00:00Z",
                "+2026-11-23T08:15:30Z",
                "-0001-01-01T00:00:00Z",
                "2026-11-23T08:15:30+24:00",
                "2026-11-23T08:15:30.Z",
                "2026-11-23T08:15:30.1234567890Z",
                "1763885730000",
                "２０２６-11-23T08:15:30Z"
            })
    void what_is_not_such_a_time_is_not_guessed_at(String text) {
        assertThatThrownBy(() -> InstantJson.read(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1763885730000", "1763885730.5", "\"1763885730000\"", "\"tomorrow\"", "{}", "true"})
    void a_body_with_such_a_value_is_422(String value) {
        Response answer = given().contentType("application/json")
                .body("{\"count\":1,\"at\":" + value + "}")
                .post("/v1/probes");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.path("errors[0].pointer").toString()).isEqualTo("/at");
        assertThat(answer.path("errors[0].detail").toString()).contains("RFC 3339");
    }

    @Test
    void an_answer_has_every_key_in_the_order_of_the_record_and_its_times_in_full() {
        assertThat(given().get("/v1/probes/x").asString())
                .isEqualTo(
                        "{\"title\":\"x\",\"count\":1,\"large\":null,\"ratio\":null,\"open\":null,\"kind\":\"brief\","
                                + "\"id\":null,\"at\":\"1970-01-01T00:00:00.000Z\",\"words\":[],\"parts\":[],\"section\":null}");
        assertThat(Instant.EPOCH).isEqualTo(InstantJson.read("1970-01-01T00:00:00.000Z"));
    }
}
