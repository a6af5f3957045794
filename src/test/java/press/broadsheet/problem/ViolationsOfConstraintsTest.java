package press.broadsheet.problem;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ViolationsOfConstraintsTest {
    @Test
    void every_fault_of_a_body_is_named_by_its_json_pointer() {
        Response answer = given().contentType("application/json").body("""
                        {"title": "", "count": 1, "words": ["one", ""], "parts": [{"name": "a"}, {"name": " "}], "section": "x"}""").post("/v1/probes");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.path("code").toString()).isEqualTo("invalid-content");
        assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                .containsExactly("/parts/1/name", "/section", "/title", "/words/1");
        assertThat(answer.jsonPath().getList("errors.code", String.class))
                .containsExactly("required", "too-short", "required", "required");
        assertThat(answer.jsonPath().getList("errors.detail", String.class)).contains("must not be blank");
        assertThat(answer.asString()).doesNotContain("create", "probe.", "department");
    }

    @Test
    void parameters_and_headers_are_named_as_the_client_wrote_them() {
        Response answer = given().header("X-Mood", "gloomy").get("/v1/probes?limit=101&offset=-1");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.path("code").toString()).isEqualTo("invalid-parameters");
        assertThat(answer.jsonPath().getList("errors.header", String.class)).containsExactly("X-Mood", null, null);
        assertThat(answer.jsonPath().getList("errors.parameter", String.class))
                .containsExactly(null, "limit", "offset");
        assertThat(answer.jsonPath().getList("errors.code", String.class))
                .containsExactly("too-long", "out-of-range", "out-of-range");
    }

    @Test
    void a_parameter_in_the_path_is_named_by_its_template() {
        Response answer = get("/v1/probes/" + "x".repeat(31));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.parameter", String.class)).containsExactly("name");
    }
}
