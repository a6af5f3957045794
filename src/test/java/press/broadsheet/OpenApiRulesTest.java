package press.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.testing.OpenApiDocument;

/** What every operation of the OpenAPI document has. */
class OpenApiRulesTest {
    private static final String VERB =
            "(add|compare|complete|create|delete|export|follow|get|import|list|merge|move|patch|preview|publish"
                    + "|put|react|remove|reorder|replace|replay|resolve|restore|revoke|rotate|schedule|search|set|start|stream|take|test"
                    + "|unpublish|update)([A-Z].*)?";

    private final OpenApiDocument document = OpenApiDocument.frozen();

    @Test
    void ids_of_operations_are_unique_and_begin_with_a_verb() {
        assertThat(operations().map(OpenApiRulesTest::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches(VERB));
    }

    /** Where each of two templates has a name at the other's variable, the specification leaves open which one is meant. */
    @Test
    void paths_that_one_request_could_mean_take_different_methods() {
        List<OpenApiDocument.Endpoint> all = document.endpoints();

        assertThat(all).allSatisfy(one -> assertThat(all)
                .filteredOn(other -> isAmbiguous(one.template(), other.template()))
                .allSatisfy(other -> assertThat(other.methods()).doesNotContainAnyElementsOf(one.methods())));
        assertThat(isAmbiguous("/a/{b}/c", "/a/d/{e}")).isTrue();
        assertThat(isAmbiguous("/a/{b}/{c}", "/a/d/{e}")).isFalse();
    }

    private static boolean isAmbiguous(String one, String other) {
        List<String> left = List.of(one.split("/"));
        List<String> right = List.of(other.split("/"));
        return left.size() == right.size()
                && IntStream.range(0, left.size())
                        .allMatch(i -> left.get(i).equals(right.get(i)) || isOpen(left.get(i)) || isOpen(right.get(i)))
                && isNarrowerSomewhere(left, right)
                && isNarrowerSomewhere(right, left);
    }

    private static boolean isNarrowerSomewhere(List<String> left, List<String> right) {
        return IntStream.range(0, left.size()).anyMatch(i -> isOpen(right.get(i)) && !isOpen(left.get(i)));
    }

    private static boolean isOpen(String segment) {
        return segment.startsWith("{");
    }

    @Test
    void an_operation_says_what_it_does_and_where_it_belongs() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("tags")).hasSize(1);
        });
    }

    @Test
    void an_operation_names_its_problems() {
        assertThat(operations()).allSatisfy(operation -> assertThat(fieldsOf(operation.path("responses")))
                .as(id(operation))
                .contains("400", "405", "500", "503", "default"));
        assertThat(operations()
                        .flatMap(operation -> operation.path("responses").properties().stream())
                        .filter(answer -> answer.getKey().matches("[45]..")))
                .allSatisfy(answer -> assertThat(document.followed(answer.getValue())
                                .path("content")
                                .has(Problem.MEDIA_TYPE))
                        .isTrue());
    }

    @Test
    void only_management_needs_a_key() {
        assertThat(document.endpoints()).allSatisfy(endpoint -> assertThat(endpoint.operations())
                .allSatisfy(operation -> assertThat(!operation.path("security").isEmpty())
                        .as(id(operation))
                        .isEqualTo(endpoint.template().startsWith("/v1/manage/"))));
    }

    @Test
    void a_parameter_is_described_and_has_an_example() {
        assertThat(operations().flatMap(operation -> children(operation.path("parameters"))))
                .map(document::followed)
                .allSatisfy(parameter -> {
                    assertThat(parameter.path("description").asText())
                            .as(parameter.path("name").asText())
                            .isNotBlank();
                    assertThat(document.faults(parameter.path("schema"), parameter.path("example")))
                            .as(parameter.path("name").asText())
                            .isEmpty();
                });
    }

    @Test
    void bodies_have_examples_that_follow_their_schemas() {
        List<JsonNode> requests = operations()
                .flatMap(operation -> children(operation.path("requestBody").path("content")))
                .toList();
        List<JsonNode> answers = operations()
                .flatMap(operation -> operation.path("responses").properties().stream())
                .filter(answer -> answer.getKey().startsWith("2"))
                .flatMap(answer -> children(answer.getValue().path("content")))
                .toList();

        assertThat(requests).isNotEmpty().allSatisfy(body -> assertThat(
                        document.faults(body.path("schema"), body.path("example")))
                .as(body.path("schema").toString())
                .isEmpty());
        assertThat(answers).isNotEmpty().allSatisfy(body -> assertThat(
                        document.faultsOfAnswer(body.path("schema"), body.path("example"), Set.of()))
                .as(body.path("schema").toString())
                .isEmpty());
    }

    @Test
    void every_problem_has_an_example_that_follows_the_schema() {
        List<JsonNode> contents = children(document.root().at("/components/responses"))
                .map(answer -> answer.path("content").path(Problem.MEDIA_TYPE))
                .toList();

        assertThat(contents.stream().flatMap(content -> fieldsOf(content.path("examples")).stream()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                        .map(ProblemType::slug)
                        .toList());
        assertThat(contents).allSatisfy(content -> assertThat(children(content.path("examples")))
                .allSatisfy(example -> assertThat(document.faults(content.path("schema"), example.path("value")))
                        .isEmpty()));
    }

    private Stream<JsonNode> operations() {
        return document.endpoints().stream().flatMap(endpoint -> endpoint.operations().stream());
    }

    private static String id(JsonNode operation) {
        return operation.path("operationId").asText();
    }

    private static List<String> fieldsOf(JsonNode node) {
        return node.properties().stream().map(field -> field.getKey()).toList();
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
