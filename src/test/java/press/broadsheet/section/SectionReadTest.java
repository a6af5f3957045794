package press.broadsheet.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import press.broadsheet.testing.Newsroom;

/** The tree of sections as readers get it. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class SectionReadTest {
    private final Newsroom newsroom;
    private boolean loaded;

    SectionReadTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("Sport");
        newsroom.section("Region", "news");
        newsroom.section("City", "news");
        newsroom.section("Docks", "city");
        // Its path begins like that of another, which is not above it.
        newsroom.section("News archive");
    }

    @Test
    void the_tree_stands_in_the_editors_order() {
        JsonPath tree = Newsroom.read("/v1/sections");

        assertThat(tree.getList("items.slug")).containsExactly("news", "sport", "news-archive");
        assertThat(tree.getList("items[0].children.slug")).containsExactly("region", "city");
        assertThat(tree.getList("items[0].children[1].children.slug")).containsExactly("docks");
        assertThat(tree.getList("items[1].children")).isEmpty();
        assertThat(tree.getList("items[2].children")).isEmpty();
    }

    @Test
    void a_section_is_given_with_its_breadcrumb_and_what_stands_below_it() {
        JsonPath city = Newsroom.read("/v1/sections/city");
        JsonPath docks = Newsroom.read("/v1/sections/docks");

        Map<String, Object> newsName = name(Newsroom.read("/v1/sections/news"));
        Map<String, Object> cityName = name(city);
        Map<String, Object> docksName = name(docks);
        Map<String, Object> expectedDocks =
                whole(docksName, List.of(newsName, cityName, docksName), List.of(), docks.getString("updatedAt"));

        assertThat(docks.<String, Object>getMap("")).isEqualTo(expectedDocks);
        assertThat(city.<String, Object>getMap(""))
                .isEqualTo(whole(
                        cityName, List.of(newsName, cityName), List.of(expectedDocks), city.getString("updatedAt")));
        assertThat(cityName).containsEntry("path", "/news/city").containsEntry("name", "City");
    }

    @Test
    void a_section_is_found_by_its_id_and_not_below_another() {
        String id = Newsroom.read("/v1/sections/news").getString("id");

        assertThat(Newsroom.read("/v1/sections/" + id).getMap(""))
                .isEqualTo(Newsroom.read("/v1/sections/news").getMap(""));
        assertThat(Newsroom.read("/v1/sections/" + id).getList("children.slug")).containsExactly("region", "city");
        Newsroom.get("/v1/sections/no-such-section").statusCode(404);
        Newsroom.get("/v1/sections/news/city").statusCode(404);
    }

    private static Map<String, Object> name(JsonPath section) {
        return Map.of(
                "id", section.getString("id"),
                "slug", section.getString("slug"),
                "name", section.getString("name"),
                "path", section.getString("path"));
    }

    private static Map<String, Object> whole(
            Map<String, Object> name,
            List<Map<String, Object>> breadcrumb,
            List<Map<String, Object>> children,
            String updatedAt) {
        Map<String, Object> section = new HashMap<>(name);
        section.put("description", null);
        section.put("breadcrumb", breadcrumb);
        section.put("children", children);
        section.put("updatedAt", updatedAt);
        section.put("version", 0);
        return section;
    }
}
