package press.broadsheet.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ListsOverHttpTest {
    private static final String FIRST_ID = Shelf.ITEMS.get(0).id().toString();

    @Test
    void a_script_can_follow_the_links() {
        List<String> titles = new ArrayList<>();
        for (String path = "/probe/page/items?limit=30&sort=publishedAt"; path != null; ) {
            Response page = get(path);
            titles.addAll(page.jsonPath().getList("items.title"));
            path = link(page, "next");
        }

        assertThat(titles)
                .isEqualTo(Shelf.ITEMS.stream().map(ListProbe.Item::title).toList());
    }

    @Test
    void a_page_has_links_to_its_neighbours_and_to_the_first() {
        Response first = get("/probe/page/items?sort=publishedAt&limit=30");
        Response second = get(link(first, "next"));
        Response third = get(link(second, "next"));

        assertThat(link(first, "prev")).isNull();
        assertThat(link(first, "first")).isNull();
        assertThat(get(link(third, "prev")).jsonPath().getList("items.id"))
                .isEqualTo(second.jsonPath().getList("items.id"));
        assertThat(link(third, "first")).isEqualTo("/probe/page/items?limit=30&sort=publishedAt");
        assertThat(get(link(third, "next")).getHeader("Link")).doesNotContain("rel=\"next\"");
    }

    @Test
    void a_link_repeats_the_parameters_encoded_and_in_order() {
        String link = link(get("/probe/page/items?tag=b,c&tag=-a&q=%3E%22a+b%22%2A~%C3%A9&limit=3"), "next");

        assertThat(link)
                .matches("/probe/page/items\\?cursor=[A-Za-z0-9_-]+&limit=3&q=%3E%22a%20b%22%2A~%C3%A9&tag=b,c&tag=-a");
        assertThat(get(link).statusCode()).isEqualTo(200);
    }

    /** B36: links are made of the request line alone. */
    @Test
    void no_header_changes_a_link() {
        String link = link(get("/probe/page/items?limit=1"), "next");

        for (String header : List.of("X-Forwarded-Host", "X-Forwarded-Prefix", "X-Forwarded-Proto", "X-Original-URL")) {
            Response answer = given().header(header, "https://evil.example/x").get("/probe/page/items?limit=1");
            assertThat(link(answer, "next")).as(header).isEqualTo(link);
        }
    }

    @Test
    void a_page_says_where_it_stands_and_its_total_only_if_asked() {
        assertThat(get("/probe/page/items").jsonPath().getMap("page")).containsOnlyKeys("limit", "next", "prev");
        assertThat(get("/probe/page/items?count=exact").jsonPath().getMap("page.total"))
                .containsEntry("value", 100)
                .containsEntry("relation", "exact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"section=city", "sort=publishedAt", "tag=x"})
    void a_cursor_does_not_go_on_with_another_question(String change) {
        String cursor = get("/probe/page/items").jsonPath().getString("page.next");

        Response answer = get("/probe/page/items?" + change + "&cursor=" + cursor);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly("foreign-cursor");
    }

    @Test
    void a_cursor_goes_on_with_another_limit_and_with_a_default_spelt_out() {
        String cursor = get("/probe/page/items").jsonPath().getString("page.next");

        assertThat(get("/probe/page/items?limit=50&sort=-publishedAt&cursor=" + cursor)
                        .jsonPath()
                        .getList("items.title"))
                .hasSize(50)
                .startsWith("Item 79");
    }

    @Test
    void faults_of_all_kinds_come_in_one_answer() {
        Response answer = get("/probe/page/items?limit=5000&sort=author.email&count=yes&cursor=x&fields=id,pasword");

        assertThat(answer.jsonPath().getList("errors.parameter"))
                .containsExactlyInAnyOrder("limit", "sort", "count", "cursor", "fields");
    }

    @Test
    void fields_of_a_page_are_fields_of_its_items() {
        Response page = get("/probe/page/items?limit=1&sort=publishedAt&fields=id,group.name,groups.slug");

        assertThat(page.asString())
                .startsWith("{\"items\":[{\"id\":\"" + FIRST_ID + "\",\"group\":{\"name\":\"World\"},"
                        + "\"groups\":[{\"slug\":\"world\"},{\"slug\":\"city\"}]}],\"page\":{\"limit\":1,");
        assertThat(link(page, "next")).contains("fields=id,group.name,groups.slug");
    }

    @Test
    void fields_of_one_resource_are_its_own() {
        assertThat(get("/probe/page/items/" + FIRST_ID + "?fields=title").asString())
                .isEqualTo("{\"title\":\"Item 0\"}");
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }

    private static String link(Response page, String relation) {
        Matcher link =
                Pattern.compile("<([^>]+)>; rel=\"" + relation + "\"").matcher(String.valueOf(page.getHeader("Link")));
        return link.find() ? link.group(1) : null;
    }
}
