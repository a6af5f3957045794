package press.broadsheet.welcome;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import press.broadsheet.problem.ProblemType;

@QuarkusTest
class ProblemPagesTest {
    private static final String URL = "http://localhost:8080";

    @ParameterizedTest
    @EnumSource
    void every_problem_has_a_page_with_its_cause_and_its_remedy(ProblemType type) {
        Document page = page("/problems/" + type.slug());

        assertThat(page.title()).startsWith(type.title());
        assertThat(page.select("h1").text()).isEqualTo(type.status() + " " + type.title());
        assertThat(page.select(".lede").eachText()).containsExactly(plain(type.cause()), plain(type.remedy()));
    }

    @ParameterizedTest
    @EnumSource
    void the_same_is_there_as_json(ProblemType type) {
        Response answer = given().accept("application/json").get("/problems/" + type.slug());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getMap("", String.class, String.class))
                .containsEntry("type", URL + "/problems/" + type.slug())
                .containsEntry("code", type.slug())
                .containsEntry("status", String.valueOf(type.status()))
                .containsEntry("title", type.title())
                .containsEntry("cause", type.cause())
                .containsEntry("remedy", type.remedy());
    }

    @Test
    void the_type_of_a_problem_leads_to_its_page() {
        String type = given().get("/v1/articles?limit=0").jsonPath().getString("type");

        assertThat(type).startsWith(URL);
        assertThat(page(type.substring(URL.length())).select("h1").text()).contains("Invalid request parameters");
    }

    @Test
    void all_problems_are_listed() {
        assertThat(page("/problems").select(".problems a").eachAttr("href"))
                .hasSize(ProblemType.values().length)
                .allSatisfy(path -> assertThat(page(path).select("h1")).hasSize(1));
        assertThat(given().accept("application/json")
                        .get("/problems")
                        .jsonPath()
                        .getList("items"))
                .hasSize(ProblemType.values().length);
    }

    @Test
    void of_what_is_no_problem_there_is_no_page() {
        for (String accept : new String[] {"text/html", "application/json"}) {
            Response answer = given().accept(accept).get("/problems/bad-weather");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    private static String plain(String text) {
        return text.replace("`", "");
    }

    private static Document page(String path) {
        Response answer = given().accept("text/html").get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        return Jsoup.parse(answer.asString());
    }
}
