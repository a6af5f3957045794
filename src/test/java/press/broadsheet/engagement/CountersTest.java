package press.broadsheet.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import press.broadsheet.testing.Newsroom;

/** How articles are counted, one and several at a time. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class CountersTest {
    private final Newsroom newsroom;
    private String read;
    private String unread;
    private String draft;

    CountersTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (read != null) {
            return;
        }
        newsroom.clear();
        newsroom.site("The Test", Map.of("very-good", "Very good!"));
        newsroom.section("News");
        newsroom.anArticle("Read").in("news").published();
        newsroom.anArticle("Unread").in("news").published();
        read = Newsroom.read("/v1/articles/read").getString("id");
        unread = Newsroom.read("/v1/articles/unread").getString("id");
        draft = newsroom.anArticle("Draft").in("news").sent().extract().path("article.id");
        newsroom.views("read", Instant.parse("2025-01-01T10:00:00Z"), 40);
        newsroom.views("read", Instant.parse("2025-01-01T11:00:00Z"), 2);
        newsroom.views("draft", Instant.parse("2025-01-01T11:00:00Z"), 7);
        for (int reader = 0; reader < 3; reader++) {
            Newsroom.put("/v1/articles/read/reactions/very-good/" + UUID.randomUUID(), "")
                    .statusCode(201);
        }
    }

    @Test
    void an_article_is_counted() {
        JsonPath counters = Newsroom.read("/v1/articles/read/counters");

        assertThat(counters.<String, Object>getMap("")).isEqualTo(counters(read, 42, 3, counters.getString("asOf")));
        assertThat(Instant.parse(counters.getString("asOf")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
    }

    @Test
    void several_articles_are_counted_in_the_order_asked_for_without_those_that_readers_cannot_see() {
        JsonPath counters = Newsroom.read("/v1/counters?ids="
                + String.join(",", unread, draft, UUID.randomUUID().toString(), read, unread));
        String asOf = counters.getString("items[0].asOf");

        assertThat(counters.<Map<String, Object>>getList("items"))
                .containsExactly(counters(unread, 0, 0, asOf), counters(read, 42, 3, asOf));
        assertThat(counters.getMap("page")).containsOnlyKeys("limit", "next", "prev");
    }

    @Test
    void ids_are_needed_and_at_most_a_hundred() {
        String many = String.join(",", Collections.nCopies(101, read));

        for (String query : List.of("", "?ids=", "?ids=read", "?ids=" + many, "?id=" + read)) {
            Newsroom.get("/v1/counters" + query).statusCode(400);
        }
    }

    private static Map<String, Object> counters(String article, int views, int reactions, String asOf) {
        return Map.of(
                "article", article,
                "views", views,
                "reactions", List.of(Map.of("kind", "very-good", "label", "Very good!", "count", reactions)),
                "asOf", asOf);
    }
}
