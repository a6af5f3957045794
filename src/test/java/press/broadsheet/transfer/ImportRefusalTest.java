package press.broadsheet.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.testing.Newsroom;

/** Lines that are refused: each is named, and stops nothing. */
@QuarkusTest
class ImportRefusalTest {
    private static final String GOOD = """
            {"type":"article","draft":{"slug":"good","title":"Good","section":"news"}}
            """;

    @Inject
    Newsroom newsroom;

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                                   |               | malformed-request",
                "[]                                                                  | /type         | unknown",
                "{\"draft\":{}}                                                      | /type         | unknown",
                "{\"type\":\"recipe\",\"draft\":{}}                                  | /type         | unknown",
                "{\"type\":\"article\",\"type\":\"article\"}                         |               | malformed-request",
                "{\"type\":\"article\",\"colour\":1,\"draft\":{\"slug\":\"a\",\"title\":\"A\",\"section\":\"news\"}} | /colour | unknown-field",
                "{\"type\":\"article\",\"draft\":{\"slug\":\"a\",\"section\":\"news\"}} | /draft/title | required",
                "{\"type\":\"article\",\"draft\":{\"title\":\"A\",\"section\":\"news\"}} |             | contradictory",
                "{\"type\":\"article\",\"draft\":{\"slug\":\"a\",\"title\":\"A\",\"section\":\"none\"}} | /draft/section | unknown",
                "{\"type\":\"article\",\"draft\":{\"slug\":\"a\",\"title\":\"A\",\"section\":\"news\",\"tags\":[\"x\"]}} | /draft/tags/0 | unknown",
                "{\"type\":\"article\",\"draft\":{\"slug\":\"a\",\"title\":\"A\",\"section\":\"news\",\"status\":\"published\"}} | /draft/body | missing",
                "{\"type\":\"section\",\"draft\":{\"slug\":\"a\",\"name\":\"A\",\"parent\":\"none\"}} | /draft/parent | unknown",
                "{\"type\":\"section\",\"draft\":{\"slug\":\"news\",\"name\":\"A\",\"parent\":\"news\"}} | /draft/parent | contradictory",
                "{\"type\":\"tag\",\"draft\":{\"type\":\"topic\",\"name\":\"A\"}}    | /draft/slug   | required",
                "{\"type\":\"views\",\"article\":\"none\",\"hour\":\"2020-01-01T00:00:00Z\",\"views\":1} | /article | unknown",
                "{\"type\":\"collection\",\"draft\":{\"slug\":\"a\",\"name\":\"A\",\"items\":[\"none\"]}} | /draft/items/0 | unknown",
                "{\"type\":\"site\",\"draft\":{\"name\":\"A\",\"url\":\"https://a.example\",\"language\":\"en\",\"timeZone\":\"Nowhere\",\"reactions\":[]}} | /timeZone | unknown"
            })
    void a_line_that_breaks_a_rule_is_named_with_its_number_and_the_rest_goes_on(
            String line, String pointer, String code) {
        JsonPath imported = Sending.imported("\n" + line.strip() + "\n" + GOOD);

        assertThat(imported.getString("state")).isEqualTo("finished");
        assertThat(imported.getInt("refused")).isEqualTo(1);
        assertThat(imported.getInt("added")).isEqualTo(1);
        JsonPath report = new JsonPath(Sending.report(imported));
        assertThat(report.getInt("line")).isEqualTo(2);
        assertThat(report.getString("errors[0].pointer")).isEqualTo(pointer == null ? "" : pointer);
        assertThat(report.getString("errors[0].code")).isEqualTo(code);
        assertThat(newsroom.rows("select slug from article")).asString().isEqualTo("[[good]]");
    }

    @Test
    void a_slug_that_another_source_has_is_refused() {
        newsroom.anArticle("Taken").in("news").published();

        JsonPath imported = Sending.imported("""
                {"type":"article","source":"wire","externalId":"1","draft":{"slug":"taken","title":"A","section":"news"}}
                {"type":"article","source":"wire","externalId":"2","draft":{"title":"Taken","section":"news"}}
                """);

        assertThat(imported.getInt("refused")).isEqualTo(1);
        assertThat(Sending.report(imported)).contains("/draft/slug", "taken");
        assertThat(newsroom.rows("select slug from article order by 1"))
                .asString()
                .isEqualTo("[[taken], [taken-2]]");
    }

    @Test
    void a_line_that_is_too_long_is_skipped() {
        String long_ = GOOD.replace("Good", "x".repeat(RawLines.LONGEST));

        JsonPath imported = Sending.imported(long_ + GOOD.strip());

        assertThat(imported.getInt("refused")).isEqualTo(1);
        assertThat(imported.getInt("added")).isEqualTo(1);
        assertThat(Sending.report(imported)).contains("body-too-large");
    }

    @Test
    void a_thousand_refused_lines_are_kept_and_all_are_counted() {
        JsonPath imported = Sending.imported("{\n".repeat(1_700));

        assertThat(imported.getInt("refused")).isEqualTo(1_700);
        assertThat(Sending.report(imported).lines()).hasSize(1_000);
    }

    @Test
    void what_the_database_alone_knows_to_be_wrong_is_refused_by_itself() {
        String line = """
                {"type":"article","draft":{"slug":"%s","title":"A","section":"news"},"record":{"id":"%s","version":3,\
                "createdAt":"2020-01-01T00:00:00Z","updatedAt":"2020-01-01T00:00:00Z","state":"draft","takenDown":false,\
                "story":"01a2088a-2f59-7bcb-af2b-5df90b3d7e98","formerSlugs":["%s"]}}
                """;

        JsonPath imported = Sending.imported(line.formatted("a", "01a2088a-2f59-7bcb-af2b-5df90b3d7e01", "old")
                + line.formatted("b", "01a2088a-2f59-7bcb-af2b-5df90b3d7e02", "old")
                + line.formatted("c", "01a2088a-2f59-7bcb-af2b-5df90b3d7e03", "older"));

        assertThat(imported.getInt("added")).isEqualTo(2);
        assertThat(Sending.report(imported)).startsWith("{\"line\" : 2").contains("conflict");
        assertThat(newsroom.rows("select slug, version from article order by 1"))
                .asString()
                .isEqualTo("[[a, 3], [c, 3]]");
    }
}
