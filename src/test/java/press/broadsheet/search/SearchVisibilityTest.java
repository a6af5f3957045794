package press.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** What readers may not see is in no part of what a search answers. */
@QuarkusTest
class SearchVisibilityTest {
    private static final String ALL = "&highlight=true&facets=section,tag,author,year&limit=100";

    private final Newsroom newsroom;
    private final Instant later = Instant.now().plus(Duration.ofHours(1));

    SearchVisibilityTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("Hidden");
        newsroom.tag("topic", "Rail");
        newsroom.tag("topic", "Secret");
        newsroom.author("Ada");
        newsroom.author("Bo");
        newsroom.anArticle("Night trains return")
                .in("news")
                .tagged("rail")
                .by("ada")
                .published();
        hidden("Draft").created();
        hidden("Scheduled").with("publishAt", later.toString()).created();
        hidden("Ended").with("unpublishAt", "2002-01-01T00:00:00Z").publishedAt(Instant.parse("2001-01-01T00:00:00Z"));
        newsroom.withdraw(hidden("Withdrawn").published());
        Editor.delete("/v1/manage/articles/" + hidden("Deleted").published(), Editor.ANY)
                .statusCode(204);
    }

    private Newsroom.Draft hidden(String state) {
        return newsroom.anArticle("Night trains concealment " + state)
                .in("hidden")
                .tagged("rail", "secret")
                .by("ada", "bo");
    }

    @Test
    void it_is_neither_hit_nor_counted_nor_suggested() {
        JsonPath found = Found.by("night trains", ALL);

        assertThat(Found.slugs(found)).containsExactly("night-trains-return");
        assertThat(found.getInt("matches.value")).isEqualTo(1);
        assertThat(found.getList("facets.section.value")).containsExactly("news");
        assertThat(found.getList("facets.tag.value")).containsExactly("rail");
        assertThat(found.getList("facets.author.value")).containsExactly("ada");
        assertThat(found.getList("facets.year.matches")).containsExactly(1);
        assertThat(Found.by("concealmant").getString("suggestion")).isNull();
        assertThat(Found.by("nightt trainz").getString("suggestion")).isEqualTo("night trains");
    }

    @Test
    void what_asks_for_it_is_answered_as_what_asks_for_nothing() {
        for (String filter :
                List.of("", "&tag=secret", "&section=hidden", "&author=bo", "&publishedBefore=2002-01-01")) {
            assertThat(answer("concealment", filter)).as(filter).isEqualTo(answer("perturbation", filter));
        }
        assertThat(answer("return concealment", "")).isEqualTo(answer("return perturbation", ""));
        assertThat(answer("trains -concealment", "")).isEqualTo(answer("trains -perturbation", ""));
    }

    private static String answer(String question, String filter) {
        return Found.by(question, ALL + filter).prettify().replaceAll("\"score\": [0-9.E-]+", "");
    }

    @Test
    void what_is_scheduled_is_found_from_its_instant_on_and_no_longer_than_until_its_end() {
        Instant from = databaseClock().plusSeconds(3);
        Instant until = from.plusSeconds(3);
        newsroom.anArticle("Embargo")
                .in("news")
                .with("publishAt", from.toString())
                .with("unpublishAt", until.toString())
                .created();
        while (databaseClock().isBefore(from.minusMillis(200))) {
            Instant asked = databaseClock();
            boolean seen = !Found.slugs("embargo").isEmpty();
            assertThat(seen && databaseClock().isBefore(from))
                    .as("before %s, asked at %s", from, asked)
                    .isFalse();
        }
        await().atMost(Duration.ofSeconds(4)).until(() -> Found.slugs("embargo").contains("embargo"));
        assertThat(Found.by("embargo", ALL).getInt("facets.section[0].matches")).isEqualTo(1);
        await().atMost(Duration.ofSeconds(8)).until(() -> Found.slugs("embargo").isEmpty());
    }

    @Test
    void completions_and_related_tags_are_silent_about_it() {
        assertThat(Newsroom.read("/v1/search/completions?q=sec").getList("items.name"))
                .containsExactly("Secret");
        assertThat(Newsroom.read("/v1/search/completions?q=conceal").getList("items"))
                .isEmpty();
        assertThat(Newsroom.read("/v1/tags/rail/related").getList("items")).isEmpty();
        assertThat(Newsroom.read("/v1/tags/secret/related").getList("items")).isEmpty();
    }

    private Instant databaseClock() {
        Number micros = (Number) newsroom.rows("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")
                .get(0)
                .get(0);
        return Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS);
    }
}
