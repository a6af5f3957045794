package press.broadsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class SiteManagementTest {
    private static final String SITE = "/v1/manage/site";

    @Test
    void settings_are_replaced_whole_and_seen_at_once() {
        JsonPath before = Newsroom.read("/v1/site");

        Newsroom.put(SITE, draft("https://courier.example/", "en-GB", "Europe/London", "like", "angry"))
                .statusCode(200);

        JsonPath site = Newsroom.read("/v1/site");
        assertThat(site.getString("name")).isEqualTo("The Courier");
        assertThat(site.getString("url")).isEqualTo("https://courier.example");
        assertThat(site.getString("language")).isEqualTo("en-GB");
        assertThat(site.getString("timeZone")).isEqualTo("Europe/London");
        assertThat(site.getList("reactions.kind")).containsExactly("like", "angry");
        assertThat(site.getInt("version")).isGreaterThan(before.getInt("version"));
    }

    @Test
    void every_rule_that_is_broken_is_named_at_once() {
        assertThat(pointers(draft("https://a.example", "12345678901", "Mars/Olympus", "like", "sad", "like")))
                .containsExactlyInAnyOrder("/language", "/timeZone", "/reactions/2/kind");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://a.example, en, UTC, like, /url",
        "https://a.example?x, en, UTC, like, /url",
        "https://a.example, '', UTC, like, /language",
        "https://a.example, en, '', like, /timeZone",
        "https://a.example, en, UTC, Not A Slug, /reactions/0/kind"
    })
    void each_field_has_its_bounds(String url, String language, String timeZone, String kind, String pointer) {
        assertThat(pointers(draft(url, language, timeZone, kind))).containsOnly(pointer);
    }

    @ParameterizedTest
    @CsvSource({"+01:00", "Z", "GMT+1"})
    void an_offset_is_no_time_zone_of_the_iana_database(String timeZone) {
        assertThat(pointers(draft("https://a.example", "en", timeZone, "like"))).containsExactly("/timeZone");
    }

    @Test
    void a_language_is_kept_in_canonical_case() {
        Newsroom.put(SITE, draft("https://courier.example", "PT-br", "UTC", "like"))
                .statusCode(200);

        assertThat(Newsroom.read("/v1/site").getString("language")).isEqualTo("pt-BR");
    }

    private static List<String> pointers(Map<String, Object> draft) {
        return Newsroom.put(SITE, draft).statusCode(422).extract().jsonPath().getList("errors.pointer");
    }

    private static Map<String, Object> draft(String url, String language, String timeZone, String... kinds) {
        List<Map<String, String>> reactions = Arrays.stream(kinds)
                .map(kind -> Map.of("kind", kind, "label", kind))
                .toList();
        return Map.of(
                "name", "The Courier", "url", url, "language", language, "timeZone", timeZone, "reactions", reactions);
    }
}
