package press.broadsheet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.broadsheet.testing.Copy;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class SiteManagementTest {
    private static final String SITE = "/v1/manage/site";

    private final Newsroom newsroom;

    SiteManagementTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
    }

    @Test
    void settings_are_replaced_whole_and_seen_at_once() {
        JsonPath before = Newsroom.read("/v1/site");

        Copy.of(SITE)
                .replace(draft("https://courier.example/", "en-GB", "Europe/London", "like", "angry"))
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
        Copy.of(SITE)
                .replace(draft("https://courier.example", "PT-br", "UTC", "like"))
                .statusCode(200);

        assertThat(Newsroom.read("/v1/site").getString("language")).isEqualTo("pt-BR");
    }

    @Test
    void some_settings_are_changed_and_the_others_stay() {
        Copy.of(SITE)
                .patch(Map.of("name", "The Gazette"))
                .statusCode(200)
                .body("name", equalTo("The Gazette"))
                .body("reactions.kind", equalTo(List.of("like")));

        assertThat(Newsroom.read("/v1/site").getString("name")).isEqualTo("The Gazette");
        Copy.of(SITE)
                .patch(Collections.singletonMap("name", null))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/name")));
        Copy.of(SITE)
                .patch(Map.of("timeZone", "Mars/Olympus"))
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/timeZone")));
    }

    @Test
    void of_two_admins_who_read_the_same_version_the_second_is_told_the_new_one() {
        Copy one = Copy.of(SITE);
        Copy two = Copy.of(SITE);
        one.patch(Map.of("name", "The Gazette")).statusCode(200);

        two.patch(Map.of("name", "The Echo"))
                .statusCode(412)
                .header("ETag", equalTo(Copy.of(SITE).etag()));
        Newsroom.put(SITE, draft("https://a.example", "en", "UTC", "like")).statusCode(428);
        assertThat(Newsroom.read("/v1/site").getString("name")).isEqualTo("The Gazette");
    }

    @Test
    void what_was_given_of_a_kind_that_is_left_out_shows_again_with_the_kind() {
        newsroom.section("News");
        String article = newsroom.anArticle("Liked").in("news").published();
        String counters = "/v1/articles/" + article + "/counters";
        Newsroom.put("/v1/articles/" + article + "/reactions/like/" + UUID.randomUUID(), "")
                .statusCode(201);

        newsroom.site("The Test", Map.of("angry", "Angry"));
        assertThat(Newsroom.read(counters).getList("reactions.kind")).containsExactly("angry");
        newsroom.site("The Test", Map.of("like", "Like"));
        assertThat(Newsroom.read(counters).getList("reactions.count")).containsExactly(1);
    }

    private static List<String> pointers(Map<String, Object> draft) {
        return Copy.of(SITE).replace(draft).statusCode(422).extract().jsonPath().getList("errors.pointer");
    }

    private static Map<String, Object> draft(String url, String language, String timeZone, String... kinds) {
        List<Map<String, String>> reactions = Arrays.stream(kinds)
                .map(kind -> Map.of("kind", kind, "label", kind))
                .toList();
        return Map.of(
                "name", "The Courier", "url", url, "language", language, "timeZone", timeZone, "reactions", reactions);
    }
}
