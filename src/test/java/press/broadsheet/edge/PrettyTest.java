package press.broadsheet.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.Pretty;
import press.broadsheet.problem.Wire;

@QuarkusTest
class PrettyTest {
    @ParameterizedTest
    @ValueSource(strings = {"pretty", "pretty=", "pretty=true", "limit=5&pretty", "pretty&limit=5"})
    void pretty_indents(String query) {
        assertThat(get("/v1/probes?" + query)).isEqualTo("[\n  \"first\",\n  \"second\"\n]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=5", "pretty=false"})
    void nothing_else_does(String query) {
        assertThat(get("/v1/probes?" + query)).isEqualTo("[\"first\",\"second\"]");
    }

    @Test
    void a_word_like_it_is_another_word() {
        assertThat(Pretty.isAskedFor("q=pretty")).isFalse();
        assertThat(Pretty.isAskedFor("prettyprint")).isFalse();
        assertThat(Pretty.isAskedFor("a&pretty&b")).isTrue();
        assertThat(Pretty.isAskedFor(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/probes/missing", "/unheard-of", "/v1/probes/", "/routes/status"})
    void problems_are_indented_too_wherever_they_come_from(String path) {
        assertThat(get(path + "?pretty")).startsWith("{\n  \"type\" : \"http").endsWith("\n}\n");
    }

    @Test
    void another_value_is_400() {
        Response answer = given().get("/v1/probes?pretty=yes");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.path("errors[0].parameter").toString()).isEqualTo("pretty");
    }

    @Test
    void the_length_of_an_indented_answer_is_its_own() {
        Response get = Wire.uncompressed().get("/v1/probes/x?pretty");
        Response head = Wire.uncompressed().head("/v1/probes/x?pretty");

        assertThat(get.header("Content-Length")).isEqualTo(Integer.toString(get.asByteArray().length));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    }

    @Test
    void what_is_not_json_is_left_alone() {
        assertThat(get("/v1/probes/x/page?pretty")).isEqualTo("<p>A page</p>");
    }

    private static String get(String path) {
        return given().get(path).asString();
    }
}
