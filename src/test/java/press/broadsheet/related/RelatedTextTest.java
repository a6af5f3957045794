package press.broadsheet.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.likeness.LikenessRefreshing;
import press.broadsheet.testing.Newsroom;

/** Related by what the texts say, in an archive of six articles without tags. */
@QuarkusTest
class RelatedTextTest {
    private static final String RELATED = "/v1/articles/sea-wall/related?minScore=0";

    private final Newsroom newsroom;
    private final LikenessRefreshing counting;

    RelatedTextTest(Newsroom newsroom, LikenessRefreshing counting) {
        this.newsroom = newsroom;
        this.counting = counting;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Coast");
        publish("Sea wall", "Engineers will raise the sea wall by a metre. The council voted for the wall on Tuesday.");
        publish("Wall costs", "The sea wall costs sixty million, engineers told the council.");
        publish("Budget", "The council has a budget of eleven million for schools.");
        publish("Orchestra", "An orchestra of children played Haydn in the market hall on Sunday.");
        publish("Bakery", "The oldest bakery in town closes in March, its owner said.");
    }

    @Test
    void what_shares_the_weightiest_words_stands_first_without_any_tags() {
        assertThat(titles(RELATED)).startsWith("Wall costs", "Budget");
        assertThat(Newsroom.read(RELATED).getList("items.reason", String.class)).containsOnly("similar-text");
    }

    @Test
    void counting_the_words_makes_common_ones_weigh_less() {
        float before = Newsroom.read(RELATED).getFloat("items[1].score");

        counting.refresh();

        assertThat(titles(RELATED)).startsWith("Wall costs", "Budget");
        assertThat(Newsroom.read(RELATED).getFloat("items[1].score")).isLessThan(before);
        assertThat(newsroom.rows("select lang, articles from corpus")).containsExactly(List.of("en", 5));
    }

    @Test
    void an_article_of_this_moment_has_its_place_at_once() {
        publish("Wall vote", "The council voted for a higher sea wall, and engineers will raise it by a metre.");

        assertThat(titles(RELATED)).startsWith("Wall vote");
        assertThat(titles("/v1/articles/wall-vote/related")).startsWith("Sea wall");
    }

    @Test
    void what_fills_the_list_is_no_older_than_asked_for() {
        newsroom.anArticle("Ancient")
                .in("news")
                .with("body", Map.of("markdown", "Nothing of the kind."))
                .publishedAt(Instant.now().minus(Duration.ofDays(100)));

        assertThat(titles("/v1/articles/sea-wall/related?limit=50")).contains("Ancient");
        assertThat(titles("/v1/articles/sea-wall/related?limit=50&maxAge=30"))
                .contains("Bakery")
                .doesNotContain("Ancient");
    }

    @Test
    void what_is_hidden_neither_shows_nor_counts() {
        String text = "Engineers will raise the sea wall by a metre, and the council voted for it.";
        newsroom.anArticle("Draft")
                .in("news")
                .with("body", Map.of("markdown", text))
                .created();
        newsroom.anArticle("Scheduled")
                .in("news")
                .with("body", Map.of("markdown", text))
                .with("publishAt", Instant.now().plusSeconds(3600).toString())
                .created();
        publish("Withdrawn", text + " Withdrawn.");
        newsroom.withdraw("withdrawn");

        assertThat(titles(RELATED))
                .startsWith("Wall costs", "Budget")
                .doesNotContain("Draft", "Scheduled", "Withdrawn");
    }

    @Test
    void a_score_is_explained_part_by_part() {
        newsroom.anArticle("Dunes")
                .in("news")
                .tagged("coast")
                .with("body", Map.of("markdown", "Dunes instead of a wall by the sea."))
                .published();
        newsroom.anArticle("Tides")
                .in("news")
                .tagged("coast")
                .with("body", Map.of("markdown", "Dunes move with the tides."))
                .published();

        JsonPath related = Newsroom.read("/v1/articles/dunes/related?minScore=0&explain=true");
        int tides = related.getList("items.article.title").indexOf("Tides");
        String parts = "items[" + tides + "].explanation.";
        assertThat(related.getList(parts + "tags.name")).containsExactly("coast");
        assertThat(related.getList(parts + "terms.name")).contains("dune");
        double text = related.getList(parts + "terms.weight", Float.class).stream()
                .mapToDouble(Float::doubleValue)
                .sum();
        assertThat(related.getDouble(parts + "parts.text")).isCloseTo(text, within(1e-4));
        assertThat(related.getDouble("items[" + tides + "].score"))
                .isCloseTo(
                        related.getDouble(parts + "parts.text") + related.getDouble(parts + "parts.tags"),
                        within(1e-4));
        assertThat(related.getDouble(parts + "parts.recency")).isEqualTo(1);
    }

    @Test
    void of_nearly_equal_articles_the_second_waits_behind_the_others() {
        String text = "Haydn for children: an orchestra of the school plays in the market hall, ";
        publish("Concert one", text + "tickets at the door.");
        publish("Concert two", text + "tickets in the shop.");

        List<String> titles = titles("/v1/articles/orchestra/related?minScore=0");

        assertThat(titles).first().asString().startsWith("Concert");
        assertThat(titles).last().asString().startsWith("Concert");
    }

    private void publish(String title, String text) {
        newsroom.anArticle(title)
                .in("news")
                .with("body", Map.of("markdown", text))
                .published();
    }

    private static List<String> titles(String path) {
        return Newsroom.read(path).getList("items.article.title", String.class);
    }
}
