package press.broadsheet.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.HttpDate;
import press.broadsheet.problem.Wire;

@QuarkusTest
class AnswerHeadersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/probes/x",
                "/v1/probes/missing",
                "/v1/probes/fail/bug",
                "/v1/probes/x/secret",
                "/unheard-of",
                "/v1/probes/",
                "/routes/bug",
                "/q/health"
            })
    void every_answer_is_safe_to_open_in_a_browser(String path) {
        Response answer = given().get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Strict-Transport-Security"))
                .as("over plain HTTP")
                .isNull();
        assertThat(HttpDate.read(answer.header("Date")))
                .hasValueSatisfying(date -> assertThat(date).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS)));
        assertThat(answer.headers().asList())
                .noneMatch(header -> header.getName().equalsIgnoreCase("Server"))
                .noneMatch(header -> header.getName().equalsIgnoreCase("X-Powered-By"));
    }

    @Test
    void a_page_can_bring_a_policy_of_its_own() {
        Response answer = given().get("/v1/probes/x/page");

        assertThat(answer.headers().getValues("Content-Security-Policy")).containsExactly("default-src 'self'");
    }

    @Test
    void json_is_compressed_for_whoever_asks() {
        Response packed = given().header("Accept-Encoding", "gzip").get("/v1/probes/x/long");
        Response plain = Wire.uncompressed().get("/v1/probes/x/long");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(packed.asString()).isEqualTo(plain.asString());
    }

    @Test
    void management_is_not_compressed_so_that_its_etags_stay_strong() {
        Response answer = given().header("Accept-Encoding", "gzip").get("/v1/manage/probes");

        assertThat(answer.header("Content-Encoding")).isIn(null, "identity");
        assertThat(answer.asByteArray()).hasSizeGreaterThan(10_000);
    }
}
