package press.broadsheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** The parameters of a list are in the OpenAPI document, though they are components of nested records. */
@QuarkusTest
@TestProfile(DocumentedListTest.WithProbe.class)
class DocumentedListTest {
    public static class WithProbe implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("probe.documented", "true");
        }
    }

    @Test
    void every_parameter_is_listed_with_its_description() {
        assertThat(document().getList("paths.'/probe/documented'.get.parameters.findAll { it.name }.name"))
                .containsExactlyInAnyOrder(
                        "count", "cursor", "limit", "publishedAfter", "publishedBefore", "q", "section", "sort", "tag");
        assertThat(parameter("publishedAfter")).containsEntry("description", "After this instant");
    }

    @Test
    void limits_and_closed_lists_are_told() {
        assertThat(parameter("limit"))
                .containsEntry("schema", Map.of("type", "integer", "minimum", 1, "maximum", 100, "default", 20));
        assertThat(parameter("count"))
                .containsEntry("schema", Map.of("type", "string", "enum", List.of("estimated", "exact")));
    }

    @Test
    void a_resource_method_adds_the_orders_of_its_own_list() {
        assertThat(parameter("sort"))
                .containsEntry("description", "The order; a `-` before the key turns it round")
                .containsEntry(
                        "schema", Map.of("enum", List.of("publishedAt", "-publishedAt"), "default", "-publishedAt"));
    }

    @Test
    void a_page_is_named_after_its_items() {
        String answer = "paths.'/probe/documented'.get.responses.'200'.content.'application/json'.schema.'$ref'";

        assertThat(document().getString(answer)).isEqualTo("#/components/schemas/PageItem");
    }

    private Map<String, Object> parameter(String name) {
        return document().getMap("paths.'/probe/documented'.get.parameters.find { it.name == '" + name + "' }");
    }

    private static JsonPath document() {
        return RestAssured.get("/openapi?format=json").jsonPath();
    }
}
