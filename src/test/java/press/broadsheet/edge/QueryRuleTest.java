package press.broadsheet.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Wire;

@QuarkusTest
class QueryRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"q=%00", "q=a%00b", "q=%C0%80", "q=%ED%A0%80", "q=%FF", "q=\u00e9", "%00=x"})
    void a_parameter_that_cannot_be_read_is_named(String query) {
        assertThat(Wire.get("/v1/probes/x?" + query))
                .startsWith("HTTP/1.1 400 ")
                .contains(
                        "\"code\":\"invalid-parameters\"", "\"parameter\":\"" + query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%", "q=%4", "q=%zz", "q=\"exact\"", "q=a|b", "q={x}", "q=<b>", "q=a^b"})
    void what_is_no_uri_is_told_so(String query) {
        assertThat(Wire.get("/v1/probes/x?" + query))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"malformed-request\"", "must be percent-encoded")
                .doesNotContain("(connection left open)");
    }

    @Test
    void every_such_parameter_is_named_in_one_answer() {
        assertThat(QueryRule.faults("a=%00&b=ok&c=%FF&pretty=yes").all())
                .extracting(Violation::parameter)
                .containsExactly("a", "c", "pretty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a=", "=b", "&", "a=%C3%A9", "a=b+c", "a=1&a=2", "pretty", "pretty=", "pretty=true"})
    void what_can_be_read_is_left_to_the_path(String query) {
        assertThat(QueryRule.faults(query).isEmpty()).isTrue();
    }

    @Test
    void more_parameters_than_any_path_has_are_refused() {
        assertThat(QueryRule.faults("a=1" + "&a=1".repeat(99)).isEmpty()).isTrue();
        assertThat(Wire.get("/v1/probes/x?a=1" + "&a=1".repeat(100)))
                .startsWith("HTTP/1.1 400 ")
                .contains("too-many");
    }
}
