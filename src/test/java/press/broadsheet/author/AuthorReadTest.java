package press.broadsheet.author;

import static org.assertj.core.api.Assertions.assertThat;

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
import press.broadsheet.testing.Newsroom;

/** Authors as readers get them. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class AuthorReadTest {
    private final Newsroom newsroom;
    private boolean loaded;

    AuthorReadTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        newsroom.clear();
        List.of("Bo_1", "Ada", "Box", "Bo%").forEach(newsroom::author);
        Newsroom.post(
                        "/v1/manage/authors",
                        Map.of(
                                "name", "Imogen Hartley",
                                "title", "City editor",
                                "bio", "Since 2009.",
                                "image", Map.of("url", "/pictures/imogen.svg", "width", 200)))
                .statusCode(201);
    }

    @Test
    void an_author_is_given_whole() {
        JsonPath author = Newsroom.read("/v1/authors/imogen-hartley");

        assertThat(author.getMap(""))
                .containsOnlyKeys("id", "slug", "name", "title", "bio", "image", "updatedAt", "version");
        assertThat(author.getString("name")).isEqualTo("Imogen Hartley");
        assertThat(author.getString("title")).isEqualTo("City editor");
        assertThat(author.getString("bio")).isEqualTo("Since 2009.");
        assertThat(author.<String, Object>getMap("image"))
                .containsOnlyKeys("url", "width", "height", "alt", "credit")
                .containsEntry("url", "/pictures/imogen.svg")
                .containsEntry("width", 200)
                .containsEntry("alt", null);
        assertThat(Newsroom.read("/v1/authors/" + author.getString("id")).getMap(""))
                .isEqualTo(author.getMap(""));
        assertThat(Newsroom.read("/v1/authors?q=imogen").getMap("items[0]")).isEqualTo(author.getMap(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sort=name         | Ada,Bo%,Bo_1,Box,Imogen Hartley
            sort=-name&limit=1| Imogen Hartley
            q=bo              | Bo%,Bo_1,Box
            q=bo_             | Bo_1
            q=bo%25           | Bo%
            q=nobody          | ''
            """)
    void a_list_of_authors_is_narrowed_and_sorted_by_name(String query, String names) {
        assertThat(String.join(",", Newsroom.read("/v1/authors?" + query).getList("items.name", String.class)))
                .isEqualTo(names);
    }

    @Test
    void a_walk_meets_every_author_there_and_back() {
        JsonPath first = Newsroom.read("/v1/authors?limit=3&fields=name&count=exact");
        JsonPath second = Newsroom.read("/v1/authors?limit=3&fields=name&cursor=" + first.getString("page.next"));
        JsonPath again = Newsroom.read("/v1/authors?limit=3&fields=name&cursor=" + second.getString("page.prev"));

        assertThat(first.getInt("page.total.value")).isEqualTo(5);
        assertThat(first.getList("items.name")).containsExactly("Ada", "Bo%", "Bo_1");
        assertThat(second.getList("items.name")).containsExactly("Box", "Imogen Hartley");
        assertThat(second.getString("page.next")).isNull();
        assertThat(again.getList("items.name")).isEqualTo(first.getList("items.name"));
    }

    @Test
    void who_is_no_author_is_not_found() {
        Newsroom.get("/v1/authors/nobody").statusCode(404);
        Newsroom.get("/v1/authors?type=person").statusCode(400);
        Newsroom.get("/v1/authors?fields=email").statusCode(400);
    }
}
