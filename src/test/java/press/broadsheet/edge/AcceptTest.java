package press.broadsheet.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.problem.ProbeResource;
import press.broadsheet.problem.Wire;

/** Which answers a client takes. */
@QuarkusTest
class AcceptTest {
    private static final String PROBE = "{\"title\":\"t\",\"count\":1}";

    @ParameterizedTest
    @CsvSource({
        "text/html, 406",
        "application/xml, 406",
        "application/json;q=0, 406",
        "'application/json;q=0, */*', 406",
        "'*/*;q=0', 406",
        "'text/html, application/json;q=0.000', 406",
        "application/json, 200",
        "*/*, 200",
        "application/*, 200",
        "'text/html, */*;q=0.1', 200",
        "'text/html;q=0, application/json', 200",
        "application/json;q=0.1, 200"
    })
    void accept_decides_and_a_refusal_counts(String accept, int status) {
        assertThat(given().header("Accept", accept).get("/v1/probes/x").statusCode())
                .isEqualTo(status);
    }

    @Test
    void without_accept_the_answer_is_json() {
        assertThat(Wire.get("/v1/probes/x"))
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("content-type: application/json");
    }

    @Test
    void what_will_not_be_acceptable_is_not_done_first() {
        int before = ProbeResource.CHANGES.get();

        Response answer = given().contentType("application/json")
                .header("Accept", "text/html")
                .body(PROBE)
                .post("/v1/probes");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(ProbeResource.CHANGES).hasValue(before);
    }
}
