package press.broadsheet.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import press.broadsheet.testing.Newsroom;

/** Collections as readers get them. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class CollectionReadTest {
    private final Newsroom newsroom;
    private boolean loaded;

    CollectionReadTest(Newsroom newsroom) {
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
        featured("Second by date").publishedAt(Instant.parse("2025-01-02T00:00:00Z"));
        featured("A draft").created();
        featured("Withdrawn").published();
        newsroom.withdraw("withdrawn");
        featured("To come")
                .with("publishAt", Instant.now().plusSeconds(86_400).toString())
                .created();
        featured("First by date").publishedAt(Instant.parse("2025-01-03T00:00:00Z"));
    }

    private Newsroom.Draft featured(String title) {
        return newsroom.anArticle(title).in("news").with("featured", true);
    }

    @Test
    void a_collection_holds_the_visible_articles_in_the_editors_order() {
        JsonPath featured = Newsroom.read("/v1/collections/featured");
        List<Map<String, Object>> cards =
                Newsroom.read("/v1/articles?sort=publishedAt").getList("items");

        assertThat(featured.getMap(""))
                .containsOnlyKeys("id", "slug", "name", "description", "items", "updatedAt", "version");
        assertThat(featured.<Map<String, Object>>getList("items"))
                .isEqualTo(cards)
                .hasSize(2);
    }

    @Test
    void collections_are_listed_by_name() {
        JsonPath collections = Newsroom.read("/v1/collections");
        JsonPath featured = Newsroom.read("/v1/collections/featured");

        assertThat(collections.getList("items"))
                .containsExactly(Map.of(
                        "id", featured.getString("id"),
                        "slug", "featured",
                        "name", "Featured",
                        "description", "What the editors put first.",
                        "updatedAt", featured.getString("updatedAt")));
    }

    @Test
    void a_collection_is_found_by_its_id() {
        JsonPath featured = Newsroom.read("/v1/collections/featured");

        assertThat(Newsroom.read("/v1/collections/" + featured.getString("id")).getMap(""))
                .isEqualTo(featured.getMap(""));
        Newsroom.get("/v1/collections/no-such-collection").statusCode(404);
    }
}
