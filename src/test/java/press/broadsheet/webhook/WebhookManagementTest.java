package press.broadsheet.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Hook;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class WebhookManagementTest {
    private static final String URL = "https://hooks.example/in";

    private final Newsroom newsroom;

    WebhookManagementTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.sql("delete from webhook");
    }

    @Test
    void a_webhook_is_made_with_a_secret_that_is_shown_once() {
        Response answer = Hook.sent(Map.of(
                        "url",
                        URL,
                        "description",
                        "Clears the CDN",
                        "events",
                        List.of("tag", "article.publish", "tag")))
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .response();
        JsonPath made = answer.jsonPath();
        String secret = made.getString("secret");
        Hook hook = new Hook(made.getString("webhook.id"), secret);

        assertThat(answer.header("Location")).isEqualTo(Hook.PATH + "/" + hook.id());
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(hook.read().<Object>get()).isEqualTo(made.get("webhook"));
        assertThat(made.getMap("webhook"))
                .containsEntry("events", List.of("article.publish", "tag"))
                .containsEntry("enabled", true)
                .containsEntry("disabled", null);
        assertThat(hook.get("").extract().asString() + list().extract().asString())
                .doesNotContain(secret)
                .doesNotContain("ecret\"");
    }

    @Test
    void webhooks_are_listed_the_oldest_first() {
        Hook one = Hook.to(URL);
        Hook two = Hook.to(URL);

        assertThat(list().extract().jsonPath().getList("items.id")).containsExactly(one.id(), two.id());
    }

    @Test
    void what_is_wrong_with_a_draft_is_said_at_once() {
        List<Map<String, String>> errors = Hook.sent(Map.of(
                        "url", "http://127.0.0.1:22/", "events", List.of("article", "artcle.publish", "tag.create")))
                .statusCode(422)
                .extract()
                .jsonPath()
                .getList("errors");

        assertThat(errors).extracting(error -> error.get("pointer")).containsExactly("/url", "/events/1", "/events/2");
        assertThat(errors.get(1).get("detail")).contains("did you mean 'article.publish'?");
    }

    /** B20, as far as it can be seen without asking for addresses; DestinationTest has the rest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.1/",
                "https://0/",
                "https://0x7f000001/",
                "https://2130706433/",
                "https://[::ffff:127.0.0.1]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://hooks.example:8443/",
                "http://hooks.example/",
                "file:///etc/passwd",
                "gopher://hooks.example/"
            })
    void an_address_that_only_this_server_may_reach_is_refused(String url) {
        Hook.sent(Map.of("url", url)).statusCode(422);
        assertThat(newsroom.rows("select 1 from webhook")).isEmpty();
    }

    @Test
    void a_webhook_is_changed_in_part_or_whole_and_only_at_its_version() {
        Hook hook = Hook.to(URL, "tag");

        hook.patch(Map.of("description", "D")).statusCode(200).header("ETag", "\"1\"");
        assertThat(hook.read().getMap("")).containsEntry("description", "D").containsEntry("events", List.of("tag"));

        put(hook, Map.of("url", URL), "\"0\"").then().statusCode(412).header("ETag", "\"1\"");
        put(hook, Map.of("url", URL), "\"1\"").then().statusCode(200).header("ETag", "\"2\"");
        assertThat(hook.read().getMap("")).containsEntry("description", null).containsEntry("events", List.of());
    }

    @Test
    void a_change_is_checked_like_a_new_one() {
        Hook hook = Hook.to(URL);

        hook.patch(Map.of("url", "https://10.0.0.1/")).statusCode(422);
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("url", null);
        hook.patch(cleared).statusCode(422);
        hook.patch(Map.of("secret", "whsec_mine")).statusCode(422);
    }

    @Test
    void a_webhook_is_disabled_by_hand_and_enabled_again() {
        Hook hook = Hook.to(URL);

        hook.patch(Map.of("enabled", false)).statusCode(200);
        assertThat(hook.read().getString("disabled")).isEqualTo("by-hand");
        assertThat(hook.read().getString("disabledAt")).isNotNull();
        hook.patch(Map.of("description", "D")).statusCode(200);
        assertThat(hook.read().getBoolean("enabled")).isFalse();
        hook.patch(Map.of("enabled", true)).statusCode(200);
        assertThat(hook.read().getMap("")).containsEntry("disabled", null).containsEntry("disabledAt", null);
    }

    @Test
    void a_new_secret_is_shown_once_and_the_former_one_has_an_end() {
        Hook hook = Hook.to(URL);

        JsonPath rotated = hook.post("/secret").statusCode(201).extract().jsonPath();

        assertThat(rotated.getString("secret")).startsWith("whsec_").isNotEqualTo(hook.secret());
        assertThat(hook.read().getString("formerSecretUntil")).isNotNull();
        assertThat(hook.read().getInt("version")).isEqualTo(1);
    }

    @Test
    void a_webhook_that_was_removed_is_gone_with_its_log() {
        Hook hook = Hook.to(URL);
        hook.post("/test").statusCode(201);

        hook.delete().statusCode(204);

        hook.get("").statusCode(404);
        hook.get("/deliveries").statusCode(404);
        hook.post("/secret").statusCode(404);
        assertThat(newsroom.rows("select 1 from webhook_delivery")).isEmpty();
    }

    @Test
    void there_are_at_most_fifty() {
        IntStream.range(0, 50).forEach(number -> Hook.to(URL));

        Hook.sent(Map.of("url", URL)).statusCode(409);
    }

    @Test
    void what_is_done_to_webhooks_is_in_the_audit_log_and_no_event() {
        Hook hook = Hook.to(URL);
        hook.patch(Map.of("enabled", false));
        hook.post("/secret");
        hook.delete();

        assertThat(newsroom.rows("select kind, visible, actor from change where id = '" + hook.id()
                        + "' and type = 'webhook' order by number"))
                .containsExactly(
                        List.of("create", false, "tests"),
                        List.of("update", false, "tests"),
                        List.of("update", false, "tests"),
                        List.of("delete", false, "tests"));
    }

    private static Response put(Hook hook, Map<String, ?> draft, String version) {
        return given().auth()
                .oauth2(Newsroom.KEY)
                .contentType("application/json")
                .header("If-Match", version)
                .body(draft)
                .put(Hook.PATH + "/" + hook.id());
    }

    private static ValidatableResponse list() {
        return given().auth().oauth2(Newsroom.KEY).get(Hook.PATH).then().statusCode(200);
    }
}
