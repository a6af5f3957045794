package press.broadsheet.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MetricPathsTest {

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, /v1/articles/toucan",
        "DELETE,  /v1/articles/toucan",
        "GET,     /v1/articles/toucan",
        "GET,     /v1/articles/toucan?limit=1",
        "GET,     /v1/manage/articles/toucan",
        "GET,     /toucan",
        "POST,    /v1//toucan"
    })
    void no_path_of_a_request_gets_into_the_metrics(String method, String path) {
        given().request(method, path);

        assertThat(metrics()).doesNotContain("toucan");
    }

    @Test
    void a_request_is_counted_under_the_template_of_what_answers_it() {
        given().get("/v1/site").then().statusCode(200);
        given().options("/v1/site").then().statusCode(204);

        assertThat(metrics()).contains("uri=\"/v1/site\"", "uri=\"/other\"").doesNotContain("uri=\"/q/");
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }
}
