package press.broadsheet.json;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class JsonBindingTest {
    @Test
    void an_unknown_field_is_422_and_told_the_nearest_name() {
        Response answer = post("{\"titel\": \"t\", \"count\": 1}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.path("code").toString()).isEqualTo("invalid-content");
        assertThat(answer.path("errors[0].pointer").toString()).isEqualTo("/titel");
        assertThat(answer.path("errors[0].code").toString()).isEqualTo("unknown-field");
        assertThat(answer.path("errors[0].detail").toString()).isEqualTo("is not a field here; did you mean 'title'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "title | 5 | wrong-type | must be text",
                "title | true | wrong-type | must be text",
                "title | ['a'] | wrong-type | must be text",
                "title | {'a':1} | wrong-type | must be text",
                "count | '1' | wrong-type | must be a whole number, without quotes and not too large",
                "count | '' | wrong-type | must be a whole number, without quotes and not too large",
                "count | 1.5 | wrong-type | must be a whole number, without quotes and not too large",
                "count | 1.0 | wrong-type | must be a whole number, without quotes and not too large",
                "count | 3000000000 | wrong-type | must be a whole number, without quotes and not too large",
                "count | true | wrong-type | must be a whole number, without quotes and not too large",
                "count | null | required | must be a whole number, without quotes and not too large",
                "large | '1' | wrong-type | must be a whole number, without quotes and not too large",
                "large | {} | wrong-type | must be a whole number, without quotes and not too large",
                "ratio | '0.5' | wrong-type | must be a number, without quotes",
                "ratio | 'NaN' | wrong-type | must be a number, without quotes",
                "open | 'true' | wrong-type | must be true or false",
                "open | 1 | wrong-type | must be true or false",
                "open | '' | wrong-type | must be true or false",
                "kind | 'LONG_READ' | bad-format | must be one of: long-read, brief",
                "kind | 'Brief' | bad-format | must be one of: long-read, brief",
                "kind | 0 | wrong-type | must be one of: long-read, brief",
                "kind | '' | bad-format | must be one of: long-read, brief",
                "id | 'x' | bad-format | must be a UUID",
                "id | 5 | bad-format | must be a UUID",
                "words | 'a' | wrong-type | must be an array",
                "words | {} | wrong-type | must be an array",
                "parts | [5] | wrong-type | must be an object",
                "parts | [[]] | wrong-type | must be an object"
            })
    void a_value_of_the_wrong_type_is_not_converted(String field, String value, String code, String detail) {
        String count = field.equals("count") ? "" : "\"count\": 1, ";
        Response answer = post("{%s\"%s\": %s}".formatted(count, field, value.replace('\'', '"')));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.path("errors[0].pointer").toString()).startsWith("/" + field);
        assertThat(answer.path("errors[0].code").toString()).isEqualTo(code);
        assertThat(answer.path("errors[0].detail").toString()).isEqualTo(detail);
        assertThat(answer.asString()).doesNotContain("java.", "press.broadsheet", "jackson", "deserialize");
    }

    @Test
    void every_fault_of_a_document_is_in_one_answer() {
        Response answer = post("""
                {"titel": 1, "title": 5, "count": null, "large": 3e30, "ratio": "NaN", "open": 1, "kind": "song", "id": "x",
                 "at": "today", "words": {}, "section": [["a"]],
                 "parts": [{"name": "a"}, {"name": "b", "wait": 1, "weight": 1.5}, 7, ""]}""");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder(
                        "/titel",
                        "/title",
                        "/count",
                        "/large",
                        "/ratio",
                        "/open",
                        "/kind",
                        "/id",
                        "/at",
                        "/words",
                        "/section",
                        "/parts/1/wait",
                        "/parts/1/weight",
                        "/parts/2",
                        "/parts/3");
    }

    @Test
    void an_unknown_field_is_named_whatever_is_in_it_and_wherever_it_stands() {
        Response answer = post("""
                {"count": 1, "pinned": ["x", {"y": [1]}], "more": {"a": [1]}, "a/b~c": [], "words": ["a"],
                 "parts": [{"name": "a", "weights": [1, 2]}, {"waits": {"b": {}}, "name": "b"}], "title": "t"}""");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder("/pinned", "/more", "/a~1b~0c", "/parts/0/weights", "/parts/1/waits");
    }

    @Test
    void a_million_faults_do_not_make_a_million_entries() {
        StringBuilder body = new StringBuilder("{\"count\": 1");
        for (int name = 0; name < 10_000; name++) {
            body.append(",\"unknown").append(name).append("\":1");
        }

        Response answer = post(body.append('}').toString());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors")).hasSize(100);
    }

    @Test
    void a_body_of_another_kind_is_named_as_a_whole() {
        Response answer = post("[]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.path("errors[0].pointer").toString()).isEmpty();
        assertThat(answer.path("errors[0].detail").toString()).isEqualTo("must be an object");
    }

    @Test
    void null_for_the_whole_body_is_not_a_document() {
        assertThat(post("null").statusCode()).isEqualTo(422);
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/v1/probes");
    }
}
