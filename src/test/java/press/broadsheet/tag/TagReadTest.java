package press.broadsheet.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** Tags as readers get them. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class TagReadTest {
    private final Newsroom newsroom;
    private boolean loaded;

    TagReadTest(Newsroom newsroom) {
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
        newsroom.tag("topic", "100% wool");
        newsroom.tag("topic", "100 years");
        newsroom.tag("topic", "a_b");
        newsroom.tag("topic", "aXb");
        newsroom.tag("place", "Ålesund");
        newsroom.tag("person", "Helena Marsh");
        newsroom.tag("person", "helen Keller");
        newsroom.tag("topic", "back\\slash");
        publish("One", "helena-marsh", "100-years");
        publish("Two", "helena-marsh");
        newsroom.anArticle("A draft").in("news").tagged("a-b", "helena-marsh").created();
        newsroom.anArticle("To come")
                .in("news")
                .tagged("a-b")
                .with("publishAt", Instant.now().plusSeconds(86_400).toString())
                .created();
        publish("Gone", "a-b", "helena-marsh");
        newsroom.withdraw("gone");
        await().untilAsserted(
                        () -> assertThat(Newsroom.read("/v1/tags/helena-marsh").getInt("articles"))
                                .isEqualTo(2));
    }

    private void publish(String title, String... tags) {
        newsroom.anArticle(title).in("news").tagged(tags).published();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sort=name                 | 100 years,100% wool,Helena Marsh,aXb,a_b,back\\slash,helen Keller,Ålesund
            sort=-name&limit=2        | Ålesund,helen Keller
            q=HELEN                   | Helena Marsh,helen Keller
            q=helena%20M              | Helena Marsh
            q=100%25                  | 100% wool
            q=%25                     | ''
            q=a_                      | a_b
            q=_                       | ''
            q=back%5C                 | back\\slash
            q=%C3%A5le                | Ålesund
            type=person               | Helena Marsh,helen Keller
            type=place                | Ålesund
            type=person&q=helena      | Helena Marsh
            type=series               | ''
            sort=-articles&limit=2    | Helena Marsh,100 years
            """)
    void a_list_of_tags_is_narrowed_and_sorted(String query, String names) {
        assertThat(String.join(",", Newsroom.read("/v1/tags?" + query).getList("items.name", String.class)))
                .isEqualTo(names);
    }

    @Test
    void a_tag_is_given_whole() {
        JsonPath tag = Newsroom.read("/v1/tags/helena-marsh");
        Map<String, Object> expected = new HashMap<>();
        expected.put("id", tag.getString("id"));
        expected.put("slug", "helena-marsh");
        expected.put("type", "person");
        expected.put("name", "Helena Marsh");
        expected.put("description", null);
        expected.put("articles", 2);
        expected.put("updatedAt", tag.getString("updatedAt"));
        expected.put("version", 0);

        assertThat(tag.<String, Object>getMap("")).isEqualTo(expected);
        assertThat(Newsroom.read("/v1/tags/" + tag.getString("id")).<String, Object>getMap(""))
                .isEqualTo(expected);
        assertThat(Newsroom.read("/v1/tags?q=helena").<Map<String, Object>>getList("items"))
                .containsExactly(expected);
    }

    @Test
    void what_readers_cannot_see_is_not_counted() {
        assertThat(Newsroom.read("/v1/tags/a-b").getInt("articles")).isZero();
        assertThat(Newsroom.read("/v1/tags?fields=slug,articles&q=h").<Map<String, Object>>getList("items"))
                .containsExactly(
                        Map.of("slug", "helena-marsh", "articles", 2), Map.of("slug", "helen-keller", "articles", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "articles", "-articles"})
    void a_walk_meets_every_tag_once(String sort) {
        List<String> whole = Newsroom.read("/v1/tags?sort=" + sort).getList("items.slug", String.class);
        List<String> met = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = Newsroom.read("/v1/tags?limit=3&sort=" + sort + cursor);
            met.addAll(page.getList("items.slug", String.class));
            cursor = page.getString("page.next") == null ? null : "&cursor=" + page.getString("page.next");
        }

        assertThat(met).isEqualTo(whole).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void a_list_of_tags_can_be_counted() {
        assertThat(Newsroom.read("/v1/tags?type=person&count=exact").getMap("page.total"))
                .isEqualTo(Map.of("value", 2, "relation", "exact"));
    }

    @Test
    void what_is_no_tag_is_not_found_and_what_is_no_type_is_refused() {
        Newsroom.get("/v1/tags/no-such-tag").statusCode(404);
        Newsroom.get("/v1/tags?type=people").statusCode(400);
        Newsroom.get("/v1/tags?sort=version").statusCode(400);
        Newsroom.get("/v1/tags?fields=secret").statusCode(400);
    }
}
