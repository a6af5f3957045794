package press.broadsheet.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.testing.Newsroom;

/** What a list does not take, and what it says then. */
@QuarkusTest
class ListRefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour=red                | colour         | unknown        | none of
            sections=news             | sections       | unknown        | did you mean 'section'?
            publishedafter=2025-01-01 | publishedafter | unknown        | did you mean 'publishedAfter'?
            fields=titel              | fields         | not-allowed    | did you mean 'title'?
            fields=section.nam        | fields         | not-allowed    | did you mean 'section.name'?
            fields=body               | fields         | not-allowed    | must be one of
            include=author            | include        | not-allowed    | did you mean 'authors'?
            sort=publishedat          | sort           | not-allowed    | did you mean 'publishedAt'?
            sort=title,slug           | sort           | not-allowed    | must be one of
            sort=body                 | sort           | not-allowed    | must be one of
            count=yes                 | count          | not-allowed    | must be one of
            lang=english_british      | lang           | not-a-language | BCP 47
            ids=1                     | ids            | not-a-uuid     | separated by commas
            updatedAfter=today        | updatedAfter   | not-an-instant | RFC 3339
            cursor=abc                | cursor         | not-a-cursor   | unchanged
            tag=                      | tag            | empty          | has no value
            q=                        | q              | empty          | has no value
            lang=en&lang=de           | lang           | repeated       | takes one value
            """)
    void what_is_not_on_the_list_of_parameters_and_values_is_refused(
            String query, String parameter, String code, String hint) {
        JsonPath problem =
                Newsroom.get("/v1/articles?" + query).statusCode(400).extract().jsonPath();

        assertThat(problem.getString("code")).isEqualTo("invalid-parameters");
        assertThat(problem.getList("errors")).hasSize(1);
        assertThat(problem.getString("errors[0].parameter")).isEqualTo(parameter);
        assertThat(problem.getString("errors[0].code")).isEqualTo(code);
        assertThat(problem.getString("errors[0].detail")).contains(hint);
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=101", "limit=ten", "limit=-1", "limit=99999999999999999999"})
    void a_limit_is_a_number_from_1_to_100(String query) {
        assertThat(Newsroom.get("/v1/articles?" + query)
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.parameter"))
                .containsExactly("limit");
    }

    @Test
    void all_faults_of_a_request_come_at_once() {
        assertThat(Newsroom.get("/v1/articles?limit=0&sort=colour&lang=1&cursor=x")
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getList("errors.parameter"))
                .containsExactlyInAnyOrder("limit", "sort", "lang", "cursor");
    }
}
