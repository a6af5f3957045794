package press.broadsheet.site;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** The site as readers get it. */
@QuarkusTest
class SiteReadTest {
    private final Newsroom newsroom;

    SiteReadTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @Test
    void the_site_is_given_whole() {
        newsroom.site("The Aldhaven Courier", Map.of("very-good", "Very good!"));

        JsonPath site = Newsroom.read("/v1/site");

        assertThat(site.<String, Object>getMap(""))
                .isEqualTo(Map.of(
                        "name", "The Aldhaven Courier",
                        "url", "https://test.example",
                        "language", "en",
                        "timeZone", "UTC",
                        "reactions", List.of(Map.of("kind", "very-good", "label", "Very good!")),
                        "version", site.getInt("version")));
    }

    @Test
    void a_change_of_the_site_is_seen_at_once() {
        newsroom.site("Before", Map.of());
        String before = given().get("/v1/site").header("ETag");
        newsroom.site("After", Map.of());

        assertThat(given().header("If-None-Match", before)
                        .get("/v1/site")
                        .jsonPath()
                        .getString("name"))
                .isEqualTo("After");
    }
}
