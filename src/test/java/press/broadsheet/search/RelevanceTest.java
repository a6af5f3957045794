package press.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** What stands before what, and what is found at all. */
@QuarkusTest
class RelevanceTest {
    private final Newsroom newsroom;
    private final Instant now = Instant.now();

    RelevanceTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Harbour");
        newsroom.tag("topic", "Sea wall");
        newsroom.author("Imogen Hartley");
    }

    private Newsroom.Draft article(String title, String body) {
        return newsroom.anArticle(title).in("news").with("body", Map.of("markdown", body));
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    @Test
    void titles_stand_over_summaries_and_tags_and_these_over_bodies() {
        article("Nothing", "The harbour is mentioned here.").publishedAt(daysAgo(40));
        article("Summarised", "Text.").with("summary", "About the harbour.").publishedAt(daysAgo(41));
        article("Tagged", "Text.").tagged("harbour").publishedAt(daysAgo(42));
        article("The harbour", "Text.").publishedAt(daysAgo(43));

        List<String> slugs = Found.slugs("harbour");

        assertThat(slugs)
                .startsWith("the-harbour")
                .endsWith("nothing")
                .contains("summarised", "tagged")
                .hasSize(4);
    }

    @Test
    void fresh_articles_stand_over_stale_ones_by_a_bounded_factor() {
        article("Stale", "A word on the ferry.").publishedAt(daysAgo(4000));
        article("Fresh", "A word on the ferry.").publishedAt(daysAgo(1));
        article("The ferry", "Long ago.").publishedAt(daysAgo(5000));

        JsonPath found = Found.by("ferry");

        assertThat(Found.slugs(found)).containsExactly("the-ferry", "fresh", "stale");
        assertThat(found.getDouble("items[1].score") / found.getDouble("items[2].score"))
                .isBetween(1.0, 1.5001);
    }

    @Test
    void an_article_is_found_by_the_names_of_its_tags_and_authors_as_they_are_now() {
        article("Concrete", "Poured by night.")
                .tagged("sea-wall")
                .by("imogen-hartley")
                .published();

        assertThat(Found.slugs("sea wall concrete")).containsExactly("concrete");
        assertThat(Found.slugs("\"sea wall\"")).containsExactly("concrete");
        assertThat(Found.slugs("hartley")).containsExactly("concrete");
        Editor.patch("/v1/manage/tags/sea-wall", Editor.ANY, Map.of("name", "Flood barrier"))
                .statusCode(200);
        assertThat(Found.slugs("barrier")).containsExactly("concrete");
        assertThat(Found.slugs("\"sea wall\"")).isEmpty();
    }

    @Test
    void what_was_changed_is_found_by_what_it_says_now() {
        article("Old words", "Before.").tagged("harbour").published();
        Editor.patch(
                        "/v1/manage/articles/old-words",
                        Editor.ANY,
                        Map.of("title", "New title", "body", Map.of("markdown", "Afterwards."), "tags", List.of()))
                .statusCode(200);

        assertThat(Found.slugs("afterwards")).containsExactly("old-words");
        assertThat(Found.slugs("title")).containsExactly("old-words");
        for (String gone : List.of("before", "words", "harbour")) {
            assertThat(Found.slugs(gone)).as(gone).isEmpty();
        }
    }

    @Test
    void what_has_some_of_the_words_stands_behind_what_has_all_the_rarest_first() {
        article("Night trains", "Return.").publishedAt(daysAgo(300));
        for (int number = 0; number < 5; number++) {
            article(
                            "Night number " + number,
                            "Dark" + "efghi".charAt(number) + " as " + "jklmn".charAt(number) + "ever.")
                    .publishedAt(daysAgo(number));
        }
        article("Trains", "By day.").publishedAt(daysAgo(6));

        JsonPath found = Found.by("why do the night trains return");

        assertThat(found.getList("items.match", String.class)).startsWith("all").containsOnlyOnce("all");
        assertThat(Found.slugs(found)).startsWith("night-trains", "trains").hasSize(7);
        assertThat(found.getInt("matches.value")).isEqualTo(1);
        assertThat(Found.slugs("trains -night -nothing")).containsExactly("trains");
        assertThat(Found.slugs("trains zeppelins -night")).containsExactly("trains");
    }

    @Test
    void one_story_shows_once() {
        article("Harbour reopened", "The harbour is open.").publishedAt(daysAgo(2));
        article("HARBOUR: reopened!", "The harbour is open.").publishedAt(daysAgo(1));

        assertThat(Found.slugs("harbour")).hasSize(1);
        assertThat(Found.by("harbour").getInt("matches.value")).isEqualTo(1);
    }

    @Test
    void tags_and_authors_that_are_called_so_stand_beside_the_articles() {
        JsonPath found = Found.by("hartley");

        assertThat(found.getList("authors.slug")).containsExactly("imogen-hartley");
        assertThat(Found.by("WALL").getList("tags.name")).containsExactly("Sea wall");
        assertThat(Found.by("wall harbour").getList("tags")).isEmpty();
    }
}
