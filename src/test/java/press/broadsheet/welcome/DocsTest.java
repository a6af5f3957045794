package press.broadsheet.welcome;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DocsTest {
    @Test
    void the_documentation_finds_all_that_it_loads() {
        List<String> loads = Jsoup.parse(given().get("/docs").asString()).select("script[src], link[href]").stream()
                .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
                .toList();

        assertThat(loads)
                .hasSize(6)
                .allSatisfy(path ->
                        assertThat(given().get(path).statusCode()).as(path).isEqualTo(200));
        assertThat(given().get("/assets/docs.js").asString()).contains("/openapi?format=json");
    }

    @ParameterizedTest
    @CsvSource({
        "demo.js, text/javascript;charset=UTF-8",
        "docs.js, text/javascript;charset=UTF-8",
        "demo.css, text/css;charset=UTF-8",
        "docs.css, text/css;charset=UTF-8",
        "site.css, text/css;charset=UTF-8",
        "icon.svg, image/svg+xml"
    })
    void what_pages_load_has_its_type_and_a_validator(String name, String type) {
        Response file = given().get("/assets/" + name);

        assertThat(file.contentType()).isEqualTo(type);
        assertThat(given().header("If-None-Match", file.header("ETag"))
                        .get("/assets/" + name)
                        .statusCode())
                .isEqualTo(304);
        assertThat(given().head("/assets/" + name).header("ETag")).isEqualTo(file.header("ETag"));
    }

    @Test
    void no_other_file_can_be_had() {
        assertThat(given().get("/assets/application.properties").statusCode()).isEqualTo(404);
        assertThat(given().get("/assets/package-info.class").statusCode()).isEqualTo(404);
    }
}
