package press.broadsheet.search;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** What a search can be narrowed to, and how its matches are spread. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class SearchFilterTest {
    private final Newsroom newsroom;
    private boolean loaded;

    SearchFilterTest(Newsroom newsroom) {
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
        newsroom.section("Culture");
        newsroom.tag("topic", "Rail");
        newsroom.tag("place", "Harbour");
        newsroom.author("Ada");
        newsroom.author("Bo");
        article("Alpha").in("news").tagged("rail").by("ada").publishedAt(Instant.parse("2020-05-01T10:00:00Z"));
        article("Beta")
                .in("city")
                .tagged("rail", "harbour")
                .by("ada", "bo")
                .publishedAt(Instant.parse("2021-05-01T10:00:00Z"));
        article("Gamma").in("culture").tagged("harbour").publishedAt(Instant.parse("2021-06-01T10:00:00Z"));
        article("Delta")
                .in("culture")
                .with("lang", "en-GB")
                .with("type", "review")
                .publishedAt(Instant.parse("2022-01-01T00:00:00Z"));
        newsroom.anArticle("Other")
                .in("news")
                .tagged("rail")
                .with("body", Map.of("markdown", "Nothing."))
                .published();
        Editor.patch("/v1/manage/tags/harbour", Editor.ANY, Map.of("slug", "old-harbour"))
                .statusCode(200);
    }

    private Newsroom.Draft article(String title) {
        return newsroom.anArticle(title).with("body", Map.of("markdown", "A lighthouse."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "section=news | alpha,beta",
                "section=city | beta",
                "section=city,culture | beta,gamma,delta",
                "section=-news | gamma,delta",
                "section=nowhere | ''",
                "tag=rail | alpha,beta",
                "tag=rail&tag=old-harbour | beta",
                "tag=harbour | beta,gamma",
                "tag=rail,harbour | alpha,beta,gamma",
                "tag=-rail | gamma,delta",
                "tag=nothing | ''",
                "author=bo | beta",
                "author=-ada | gamma,delta",
                "lang=en | alpha,beta,gamma,delta",
                "lang=en-GB | delta",
                "lang=de | ''",
                "type=review | delta",
                "publishedAfter=2021-06-01 | gamma,delta",
                "publishedBefore=2021-05-01T10:00:00Z | alpha",
                "publishedAfter=2021-01-01&publishedBefore=2022-01-01 | beta,gamma",
                "publishedAfter=2030-01-01 | ''",
                "publishedBefore=1990-01-01 | ''",
                "updatedAfter=2100-01-01 | ''",
                "updatedAfter=2020-01-01&section=news&tag=rail&author=bo | beta"
            })
    void a_search_is_narrowed_as_lists_are(String filter, String slugs) {
        List<String> expected = slugs.isEmpty() ? List.of() : List.of(slugs.split(",", -1));

        assertThat(Found.slugs(Found.by("lighthouse", "&" + filter))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Found.slugs(Found.by("lighthouse zeppelin", "&" + filter)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_search_can_be_narrowed_to_some_articles() {
        String beta = Newsroom.read("/v1/articles/beta").getString("id");
        String other = Newsroom.read("/v1/articles/other").getString("id");

        assertThat(Found.slugs(Found.by("lighthouse", "&ids=" + beta + "," + other)))
                .containsExactly("beta");
    }

    @Test
    void facets_count_the_matches_and_nothing_else() {
        JsonPath found = Found.by("lighthouse", "&limit=1&facets=section,tag,author,year");

        assertThat(found.<Object>getList("facets.section"))
                .isEqualTo(
                        List.of(bucket("culture", "Culture", 2), bucket("city", "City", 1), bucket("news", "News", 1)));
        assertThat(found.<Object>getList("facets.tag"))
                .isEqualTo(List.of(bucket("old-harbour", "Harbour", 2), bucket("rail", "Rail", 2)));
        assertThat(found.<Object>getList("facets.author"))
                .isEqualTo(List.of(bucket("ada", "Ada", 2), bucket("bo", "Bo", 1)));
        assertThat(found.<Object>getList("facets.year"))
                .isEqualTo(List.of(bucket("2021", "2021", 2), bucket("2020", "2020", 1), bucket("2022", "2022", 1)));
    }

    @Test
    void facets_are_those_of_the_narrowed_search_and_only_those_that_are_asked_for() {
        JsonPath found = Found.by("lighthouse", "&facets=author&tag=rail&author=bo");

        assertThat(found.<String, Object>getMap("facets"))
                .isEqualTo(Map.of("author", List.of(bucket("ada", "Ada", 1), bucket("bo", "Bo", 1))));
        assertThat(Found.by("lighthouse").<String, Object>getMap("")).doesNotContainKey("facets");
    }

    private static Map<String, Object> bucket(String value, String name, int matches) {
        return Map.of("value", value, "name", name, "matches", matches);
    }
}
