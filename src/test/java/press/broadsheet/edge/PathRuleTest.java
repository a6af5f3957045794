package press.broadsheet.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.problem.Wire;

@QuarkusTest
class PathRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/probes/",
                "/v1/probes/x/",
                "//v1/probes/x",
                "/v1//probes/x",
                "/v1/probes//x",
                "/v1/./probes/x",
                "/v1/manage/../probes/x",
                "/v1/probes/x/.",
                "/v1/probes/x/..",
                "/v1/probes/x;a=b",
                "/v1;/probes/x",
                "/v1/probes;x.js",
                "/v1/probes/x%3Ba=b",
                "/v1%2Fprobes/x",
                "/v1/probes%2fx",
                "/v1%5Cprobes/x",
                "/v1/%2e/probes/x",
                "/v1/manage/%2E%2E/probes/x",
                "/v1/probes/..%2fx",
                "/v1/probes/%252e%252e",
                "/V1/probes/x",
                "/v1/Probes/x",
                "http://localhost//v1/probes/x"
            })
    void a_second_spelling_of_a_path_is_nothing_here(String target) {
        assertThat(Wire.get(target)).startsWith("HTTP/1.1 404 ").contains("\"code\":\"not-found\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/probes/%",
                "/v1/probes/%4",
                "/v1/probes/%zz",
                "/v1/probes/%00",
                "/v1/probes/x%0A",
                "/v1/probes/x%0d%0aSet-Cookie:a=b",
                "/v1/probes/%C0%AF",
                "/v1/probes/%C0%80",
                "/v1/probes/%E2%82",
                "/v1/probes/%ED%A0%80",
                "/v1/probes/\u00e9",
                "/v1/probes/a\tb",
                "/v1/probes/a|b",
                "/v1\\probes/x"
            })
    void a_path_that_cannot_be_read_is_malformed(String target) {
        assertThat(Wire.get(target)).contains(" 400 Bad Request\r\n", "\"code\":\"malformed-request\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/probes/x",
                "/v1/probes/x?",
                "/v1/probes/%C3%A9t%C3%A9",
                "/v1/probes/%E6%96%B0%E8%81%9E",
                "/v1/probes/a.b",
                "/v1/probes/...",
                "http://localhost/v1/probes/x",
                "http://evil.example/v1/probes/x"
            })
    void a_path_that_can_be_read_in_one_way_is_served(String target) {
        assertThat(Wire.get(target)).startsWith("HTTP/1.1 200 ");
    }
}
