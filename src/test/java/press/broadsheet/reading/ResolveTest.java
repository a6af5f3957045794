package press.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** What stands at a path of the site. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ResolveTest {
    private final Newsroom newsroom;
    private boolean loaded;

    ResolveTest(Newsroom newsroom) {
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
        newsroom.section("City", "news");
        newsroom.tag("topic", "Rail");
        newsroom.anArticle("Sea wall").in("city").published();
        newsroom.anArticle("Ferry returns").in("news").published();
        newsroom.rename("ferry-returns", "ferry");
        newsroom.anArticle("Taken back").in("news").published();
        newsroom.rename("taken-back", "gone");
        newsroom.withdraw("gone");
        newsroom.anArticle("A draft").in("news").created();
        newsroom.anArticle("To come")
                .in("news")
                .with("publishAt", Instant.now().plusSeconds(86_400).toString())
                .created();
        newsroom.rename("to-come", "coming");
    }

    @ParameterizedTest
    @CsvSource({
        "/news/city/sea-wall,      article, articles/sea-wall, /news/city/sea-wall",
        "/culture/sea-wall,        moved,   articles/sea-wall, /news/city/sea-wall",
        "/sea-wall,                moved,   articles/sea-wall, /news/city/sea-wall",
        "/news/ferry-returns,      moved,   articles/ferry,    /news/ferry",
        "/elsewhere/ferry-returns, moved,   articles/ferry,    /news/ferry",
        "/news,                    section, sections/news,     /news",
        "/news/city,               section, sections/city,     /news/city",
        "/tags/rail,               tag,     tags/rail,         /tags/rail"
    })
    void a_path_leads_to_what_stands_there(String path, String kind, String thing, String location) {
        String id = Newsroom.read("/v1/" + thing).getString("id");

        assertThat(resolve(path))
                .isEqualTo(Map.of(
                        "path", path,
                        "kind", kind,
                        "id", id,
                        "slug", thing.substring(thing.indexOf('/') + 1),
                        "location", location));
    }

    @ParameterizedTest
    @CsvSource({
        "/news/gone,       gone",
        "/news/taken-back, gone",
        "/news/a-draft,    nothing",
        "/news/to-come,    nothing",
        "/news/coming,     nothing",
        "/news/no-such,    nothing",
        "/city,            nothing",
        "/tags/no-such,    nothing",
        "/,                nothing",
        "//,               nothing",
        "/news/,           nothing",
        "/NEWS,            nothing",
        "/%27%22%3B--,     nothing"
    })
    void a_path_under_which_readers_find_nothing_leads_nowhere(String path, String kind) {
        Map<String, Object> nowhere = new HashMap<>();
        nowhere.put("path", path.replace("%27%22%3B", "'\";"));
        nowhere.put("kind", kind);
        nowhere.put("id", null);
        nowhere.put("slug", null);
        nowhere.put("location", null);

        assertThat(resolve(path)).isEqualTo(nowhere);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?path=", "?path=news", "?path=%00", "?path=/news&path=/city", "?pth=/news"})
    void what_is_no_path_is_refused(String query) {
        Newsroom.get("/v1/resolve" + query).statusCode(400);
    }

    @Test
    void a_path_has_at_most_a_thousand_characters() {
        Newsroom.get("/v1/resolve?path=/" + "a".repeat(999)).statusCode(200);
        Newsroom.get("/v1/resolve?path=/" + "a".repeat(1000)).statusCode(400);
    }

    private static Map<String, Object> resolve(String path) {
        return Newsroom.read("/v1/resolve?path=" + path).getMap("");
    }
}
