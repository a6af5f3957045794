package press.broadsheet.page;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ClosedParametersTest {
    private static final String NAMES =
            "count, cursor, fields, limit, pretty, publishedAfter, publishedBefore, q, section, sort, tag";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "section=world",
                "tag=a&tag=b",
                "publishedAfter=2026-11-23",
                "pretty",
                "pretty=true",
                "q=%F0%9F%9A%86"
            })
    void declared_parameters_pass_nested_and_renamed_ones_too(String query) {
        assertThat(get(query).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"sectoin, section", "Limit, limit", "tags, tag", "publishedafter, publishedAfter", "sorte, sort"})
    void an_unknown_parameter_is_answered_with_the_nearest_name(String unknown, String nearest) {
        assertThat(refused(unknown + "=x"))
                .containsExactly("%s unknown: is none of %s; did you mean '%s'?".formatted(unknown, NAMES, nearest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=draft", "filter[author.email]=a", "_method=DELETE", "utm_source=x", "a.b=c"})
    void an_unknown_parameter_that_resembles_none_is_answered_with_the_list(String query) {
        assertThat(refused(query)).singleElement().asString().endsWith("unknown: is none of " + NAMES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "limit=1&limit=1 limit repeated",
                "section=a&section=b section repeated",
                "limit= limit empty",
                "limit limit empty",
                "tag=a&tag= tag empty",
                "q=a%0Db q not-text",
                "q=a%1Bb q not-text",
                "pretty=true&pretty=true pretty repeated"
            })
    void repeated_empty_and_unreadable_values_are_refused(String query, String parameter, String code) {
        assertThat(refused(query)).singleElement().asString().startsWith(parameter + " " + code + ": ");
    }

    @Test
    void one_answer_names_all_faults() {
        assertThat(refused("foo=1&limit=&section=a&section=b"))
                .extracting(fault -> fault.split(":", 2)[0])
                .containsExactlyInAnyOrder("foo unknown", "limit empty", "section repeated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%zz", "q=%", "q=%4", "%zz=1", "=", "&&", "?", "", "q=a=b"})
    void no_broken_query_is_a_fault_of_the_server(String query) throws IOException {
        String request = "GET /probe/page/items?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).matches("(?s)HTTP/1.1 [24]00 .*");
        }
    }

    @Test
    void many_faults_do_not_make_a_long_answer() {
        String query = IntStream.range(0, 90).mapToObj(i -> "x" + i + "=1").collect(Collectors.joining("&"));

        assertThat(refused(query)).hasSize(20);
    }

    @Test
    void what_is_refused_reaches_no_resource() {
        int before = ListProbe.CALLS.get();

        refused("sectoin=world");
        assertThat(given().urlEncodingEnabled(false)
                        .head("/probe/page/items?sectoin=world")
                        .statusCode())
                .isEqualTo(400);

        assertThat(ListProbe.CALLS).hasValue(before);
    }

    private static List<String> refused(String query) {
        Response response = get(query);
        assertThat(response.statusCode()).as(query).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isEqualTo("invalid-parameters");
        return IntStream.range(0, response.jsonPath().getList("errors").size())
                .mapToObj(i -> response.jsonPath().setRootPath("errors[" + i + "]"))
                .map(e -> e.getString("parameter") + " " + e.getString("code") + ": " + e.getString("detail"))
                .toList();
    }

    private static Response get(String query) {
        return given().urlEncodingEnabled(false).get("/probe/page/items?" + query);
    }
}
