package press.broadsheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class SectionManagementTest {
    private static final String SECTIONS = "/v1/manage/sections";

    private final Newsroom newsroom;

    SectionManagementTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
    }

    @Test
    void a_section_stands_below_its_parent() {
        newsroom.section("News");

        Response answer = Newsroom.post(
                        SECTIONS,
                        Map.of("name", "City life", "parent", "news", "description", "What the council decides."))
                .statusCode(201)
                .extract()
                .response();

        assertThat(answer.header("Location")).isEqualTo(SECTIONS + "/" + answer.path("id"));
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.jsonPath().getString("slug")).isEqualTo("city-life");
        assertThat(answer.jsonPath().getString("path")).isEqualTo("/news/city-life");
        assertThat(answer.jsonPath().getList("breadcrumb.name")).containsExactly("News", "City life");
        assertThat(Newsroom.read("/v1/sections").getList("items[0].children.slug"))
                .containsExactly("city-life");
    }

    @Test
    void sections_stand_in_the_order_in_which_they_were_made() {
        newsroom.section("Zebras");
        newsroom.section("Apes");

        assertThat(Newsroom.read("/v1/sections").getList("items.slug")).containsExactly("zebras", "apes");
    }

    @Test
    void a_section_under_an_unknown_parent_is_refused() {
        assertThat(refused(Map.of("name", "Lost", "parent", "nowhere"), 422)).isEqualTo("/parent unknown");
    }

    @Test
    void the_tree_is_at_most_six_deep() {
        newsroom.section("L1");
        for (int depth = 2; depth <= Section.MAX_DEPTH; depth++) {
            newsroom.section("L" + depth, "l" + (depth - 1));
        }

        assertThat(refused(Map.of("name", "L7", "parent", "l6"), 422)).isEqualTo("/parent too-deep");
    }

    @Test
    void a_slug_that_is_taken_is_refused_and_a_name_may_come_twice() {
        newsroom.section("News");
        newsroom.section("News");

        assertThat(Newsroom.read("/v1/sections").getList("items.slug")).containsExactly("news", "news-2");
        assertThat(refused(Map.of("name", "Other", "slug", "news"), 409)).isEqualTo("/slug taken");
    }

    private static String refused(Map<String, String> draft, int status) {
        Response answer =
                Newsroom.post(SECTIONS, draft).statusCode(status).extract().response();
        return answer.path("errors[0].pointer") + " " + answer.path("errors[0].code");
    }
}
