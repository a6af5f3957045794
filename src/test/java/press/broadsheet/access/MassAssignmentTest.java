package press.broadsheet.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.OpenApiDocument;
import press.broadsheet.testing.OpenApiDocument.Endpoint;

/** What a body may not set, it does not set, whatever else is right about it: the example of each operation, and a field more. */
@QuarkusTest
class MassAssignmentTest {
    /** Could be the id of anything, so that it is the body that is refused; only what is moved must be there. */
    private static final String NOTHING = "01a208d1-1ee3-7a28-bbbd-a35d557d1b02";

    private static final List<String> FOREIGN = List.of(
            "id",
            "version",
            "keyId",
            "key",
            "secret",
            "secretHash",
            "role",
            "actor",
            "createdAt",
            "createdBy",
            "updatedAt",
            "revokedAt",
            "lastUsedAt",
            "views",
            "viewCount",
            "counters",
            "storyId",
            "tenantId");

    private final OpenApiDocument document = OpenApiDocument.frozen();
    private final ObjectMapper json = new ObjectMapper();
    private final Newsroom newsroom;

    MassAssignmentTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void enrol() {
        newsroom.clear();
        Callers.enrol(newsroom);
        newsroom.section("News");
    }

    @TestFactory
    Stream<DynamicTest> a_field_that_is_not_the_clients_is_refused_by_name() {
        return document.endpoints().stream()
                .filter(endpoint -> endpoint.template().startsWith("/v1/manage/"))
                .flatMap(endpoint -> endpoint.methods().stream()
                        .filter(method -> !fieldsOf(endpoint, method).isMissingNode())
                        .map(method -> dynamicTest(endpoint.idOf(method), () -> tryAll(endpoint, method))));
    }

    private void tryAll(Endpoint endpoint, String method) {
        JsonNode own = fieldsOf(endpoint, method);
        long before = newsroom.lastChange();
        assertThat(FOREIGN.stream().filter(field -> !own.has(field))).allSatisfy(field -> {
            ObjectNode body = example(endpoint.idOf(method)).put(field, "1");
            Response answer = given().auth()
                    .oauth2(Callers.ADMIN.key())
                    .header("If-Match", "\"0\"")
                    .contentType("application/json")
                    .body(body)
                    .request(
                            method,
                            endpoint.template()
                                    .replace("{ref}/move", "news/move")
                                    .replaceAll("\\{[^}]+}", NOTHING));
            assertThat(answer.statusCode()).as(field).isEqualTo(422);
            assertThat(answer.jsonPath().getList("errors", Map.class))
                    .as(field)
                    .anySatisfy(error -> assertThat(error.get("pointer")).isEqualTo("/" + field));
        });
        assertThat(newsroom.lastChange()).isEqualTo(before);
    }

    /** The properties of a body of JSON; missing if there is none. */
    private JsonNode fieldsOf(Endpoint endpoint, String method) {
        return document.followed(endpoint.bodyOf(method)).path("properties");
    }

    private ObjectNode example(String operation) {
        try (InputStream file = getClass().getResourceAsStream("/openapi/examples/" + operation + ".json")) {
            return (ObjectNode) json.readTree(file).path("request");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
