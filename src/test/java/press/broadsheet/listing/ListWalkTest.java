package press.broadsheet.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import press.broadsheet.listing.Archive.Story;
import press.broadsheet.testing.Newsroom;

/** Lists read page by page: whatever they are read off, and in whatever order. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ListWalkTest {
    private static final int LIMIT = 7;

    private static final Map<String, Predicate<Story>> DRIVERS = new LinkedHashMap<>();

    static {
        DRIVERS.put("", story -> true);
        DRIVERS.put(
                "tag=rail,harbour",
                story -> story.tags().contains("rail") || story.tags().contains("harbour"));
        DRIVERS.put(
                "author=ada,bo&lang=en",
                story -> !story.authors().isEmpty() && List.of("en", "en-GB").contains(story.lang()));
        DRIVERS.put("section=city,news", story -> !"culture".equals(story.section()));
    }

    private final Newsroom newsroom;
    private final Archive archive = new Archive();

    ListWalkTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (archive.stories().isEmpty()) {
            archive.load(newsroom);
        }
    }

    static Stream<Arguments> walks() {
        return DRIVERS.keySet().stream().flatMap(driver -> Stream.of("publishedAt", "updatedAt", "title")
                .flatMap(key -> Stream.of(key, "-" + key))
                .map(sort -> Arguments.of(driver, sort)));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void a_walk_meets_every_article_once_there_and_back(String driver, String sort) {
        List<String> expected = archive.slugs(sort, DRIVERS.get(driver));
        String list = "/v1/articles?%s&sort=%s&limit=%d&fields=slug"
                .formatted(driver, sort, LIMIT)
                .replace("?&", "?");

        List<JsonPath> there = walk(Newsroom.read(list), list, "page.next");
        List<JsonPath> back = walk(there.get(there.size() - 1), list, "page.prev");

        assertThat(there).hasSizeGreaterThan(2);
        assertThat(slugs(there)).isEqualTo(expected);
        assertThat(back).hasSameSizeAs(there);
        assertThat(back.stream().map(ListWalkTest::slugs).toList())
                .isEqualTo(reversed(there.stream().map(ListWalkTest::slugs).toList()));
    }

    @Test
    void the_newest_come_first_if_nobody_says_otherwise() {
        assertThat(slugs(Newsroom.read("/v1/articles")))
                .isEqualTo(archive.slugs("-publishedAt", story -> true).subList(0, 20));
    }

    @Test
    void a_page_leads_to_its_neighbours_in_its_Link_header() {
        Response first = page("/v1/articles?tag=rail&limit=7");
        String next = first.path("page.next");
        Response second = page("/v1/articles?tag=rail&limit=7&cursor=" + next);

        assertThat(first.header("Link"))
                .contains("</v1/articles?cursor=%s&limit=7&tag=rail>; rel=\"next\"".formatted(next));
        assertThat(second.header("Link"))
                .contains(
                        "</v1/articles?cursor=%s&limit=7&tag=rail>; rel=\"next\", </v1/articles?cursor=%s&limit=7&tag=rail>; rel=\"prev\", </v1/articles?limit=7&tag=rail>; rel=\"first\""
                                .formatted(second.path("page.next"), second.path("page.prev")));
        assertThat(page("/v1/articles?limit=7&tag=rail").header("Link")).isEqualTo(first.header("Link"));
    }

    @Test
    void the_end_of_a_list_has_no_next() {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("limit", 100);
        page.put("next", null);
        page.put("prev", null);

        assertThat(Newsroom.read("/v1/articles?limit=100").getMap("page")).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({
        "tag=harbour, sort=-publishedAt",
        "section=news, sort=-publishedAt",
        "tag=rail, sort=publishedAt",
        "tag=rail, sort=title",
        "tag=rail&lang=en, sort=-publishedAt"
    })
    void a_cursor_serves_the_list_alone_that_it_came_from(String filter, String sort) {
        String cursor = page("/v1/articles?tag=rail&limit=7").path("page.next");

        JsonPath problem = Newsroom.get("/v1/articles?%s&%s&cursor=%s".formatted(filter, sort, cursor))
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(problem.getList("errors.parameter")).containsExactly("cursor");
        assertThat(problem.getList("errors.code")).containsExactly("foreign-cursor");
    }

    @Test
    void a_cursor_serves_pages_of_another_size_and_other_spellings_of_its_list() {
        String cursor = page("/v1/articles?tag=rail,harbour&limit=7").path("page.next");

        assertThat(slugs(Newsroom.read("/v1/articles?tag=harbour,rail&sort=-publishedAt&limit=5&cursor=" + cursor)))
                .isEqualTo(archive.slugs("-publishedAt", DRIVERS.get("tag=rail,harbour"))
                        .subList(7, 12));
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void a_list_can_be_counted_exactly_from_any_of_its_pages(String driver) {
        String list = "/v1/articles?%s&limit=7&count=exact".formatted(driver).replace("?&", "?");
        Map<String, Object> total =
                Map.of("value", archive.slugs("title", DRIVERS.get(driver)).size(), "relation", "exact");

        JsonPath first = Newsroom.read(list);
        JsonPath second = Newsroom.read(list + "&cursor=" + first.getString("page.next"));

        assertThat(first.getMap("page.total")).isEqualTo(total);
        assertThat(second.getMap("page.total")).isEqualTo(total);
    }

    @ParameterizedTest
    @MethodSource("drivers")
    void a_list_can_be_estimated(String driver) {
        JsonPath page = Newsroom.read(
                "/v1/articles?%s&count=estimated".formatted(driver).replace("?&", "?"));

        assertThat(page.getString("page.total.relation")).isEqualTo("estimated");
        assertThat(page.getLong("page.total.value")).isNotNegative();
    }

    static Stream<String> drivers() {
        return DRIVERS.keySet().stream();
    }

    /** This page and all beyond it on one side. */
    private static List<JsonPath> walk(JsonPath from, String list, String side) {
        List<JsonPath> pages = new ArrayList<>(List.of(from));
        String cursor = from.getString(side);
        while (cursor != null && pages.size() < 100) {
            JsonPath page = Newsroom.read(list + "&cursor=" + cursor);
            pages.add(page);
            cursor = page.getString(side);
        }
        return pages;
    }

    private static Response page(String path) {
        return Newsroom.get(path).statusCode(200).extract().response();
    }

    private static List<String> slugs(List<JsonPath> pages) {
        return pages.stream().flatMap(page -> slugs(page).stream()).toList();
    }

    private static List<String> slugs(JsonPath page) {
        return page.getList("items.slug", String.class);
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> other = new ArrayList<>(list);
        Collections.reverse(other);
        return other;
    }
}
