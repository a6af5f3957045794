package press.broadsheet.keyring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.access.ApiKeyToken;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class ApiKeyManagementTest {
    private static final String PATH = "/v1/manage/keys";

    private final Newsroom newsroom;

    ApiKeyManagementTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void enrol() {
        newsroom.clear();
        newsroom.sql("delete from api_key where key_id <> 'tests'");
        Callers.enrol(newsroom);
    }

    @Test
    void a_key_is_shown_once_and_opens_at_once() {
        Instant expiry = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

        ValidatableResponse made = issue(Map.of("name", "Importer", "role", "editor", "expiresAt", expiry.toString()))
                .then()
                .statusCode(201)
                .header("Cache-Control", equalTo("private, no-store"))
                .header("ETag", equalTo("\"0\""))
                .body("name", equalTo("Importer"))
                .body("role", equalTo("editor"))
                .body("state", equalTo("valid"))
                .body("createdBy", equalTo("admin"))
                .body("expiresAt", equalTo(expiry.toString()))
                .body("key", matchesPattern("bs_[a-z0-9]{12}_[a-f0-9]{48}"));
        String key = made.extract().path("key");
        String keyId = made.extract().path("keyId");

        made.header("Location", equalTo(PATH + "/" + keyId));
        admin().get(PATH + "/" + keyId).then().statusCode(200).body("key", nullValue());
        assertThat(admin().get(PATH).asString()).contains(keyId).doesNotContain(secretOf(key));
        given().auth()
                .oauth2(key)
                .contentType("application/json")
                .body(Map.of("type", "topic", "name", "Rail"))
                .post("/v1/manage/tags")
                .then()
                .statusCode(201);
    }

    @Test
    void what_is_stored_of_a_key_does_not_open_it() {
        String key = issue(Map.of("name", "Importer", "role", "reader")).path("key");

        List<?> row = newsroom.rows("select k.*, encode(secret_hash, 'hex') from api_key k order by created_at desc")
                .get(0);

        assertThat(row.toString()).doesNotContain(secretOf(key)).contains("Importer");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, editor, null, /name",
                "'  ', editor, null, /name",
                "Importer, null, null, /role",
                "Importer, god, null, /role",
                "Importer, Admin, null, /role",
                "Importer, editor, 2020-01-01T00:00:00Z, /expiresAt",
                "Importer, editor, tomorrow, /expiresAt"
            })
    void a_key_that_is_no_good_is_refused(String name, String role, String expiry, String pointer) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("name", name);
        draft.put("role", role);
        draft.put("expiresAt", expiry);

        issue(draft).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void a_revoked_key_stays_in_the_list_and_opens_nothing_any_more() {
        Response made = issue(Map.of("name", "Importer", "role", "reader"));
        String key = made.path("key");
        String path = PATH + "/" + made.path("keyId");
        assertThat(given().auth().oauth2(key).get("/v1/tags").statusCode()).isEqualTo(200);

        admin().delete(path).then().statusCode(204);

        assertThat(given().auth().oauth2(key).get("/v1/tags").statusCode()).isEqualTo(401);
        Response shown = admin().get(path);
        assertThat(shown.<String>path("state")).isEqualTo("revoked");
        assertThat(shown.<String>path("revokedAt")).isNotNull();
        assertThat(shown.header("ETag")).isEqualTo("\"1\"");
        admin().delete(path).then().statusCode(204);
        assertThat(admin().get(path).<String>path("revokedAt")).isEqualTo(shown.path("revokedAt"));
    }

    @Test
    void the_log_says_who_gave_a_key_out_and_who_took_it_back() {
        String keyId = issue(Map.of("name", "Importer", "role", "reader")).path("keyId");
        given().auth().oauth2(Newsroom.KEY).delete(PATH + "/" + keyId);

        assertThat(newsroom.rows("select kind, actor, visible, keys[1] from change where type = 'key' and slug = '"
                        + keyId + "' order by number"))
                .isEqualTo(List.of(
                        List.of("create", "admin", false, "key-" + keyId),
                        List.of("delete", "tests", false, "key-" + keyId)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "x.css", "ADMIN", "admin%20", "0191a2c4-7b7e-7c3a-9d52-3f6b0c1de9a8"})
    void there_is_no_key_of_any_other_name(String keyId) {
        RequestSpecification admin = admin().urlEncodingEnabled(false);

        admin.get(PATH + "/" + keyId).then().statusCode(404).header("Cache-Control", equalTo("no-store"));
        admin().urlEncodingEnabled(false).delete(PATH + "/" + keyId).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void no_other_method_and_no_header_revokes(String header) {
        String path = PATH + "/reader";

        admin().header(header, "DELETE").get(path).then().statusCode(200);
        admin().header(header, "DELETE").head(path).then().statusCode(200);
        admin().queryParam("_method", "DELETE").get(path).then().statusCode(400);
        admin().header(header, "DELETE").post(path).then().statusCode(405);
        admin().options(path).then().statusCode(204);
        admin().request("TRACE", path).then().statusCode(501);

        assertThat(admin().get(path).<String>path("state")).isEqualTo("valid");
    }

    @Test
    void the_list_is_read_page_by_page_and_narrowed_by_state() {
        List<String> all = admin().get(PATH + "?limit=100").path("items.keyId");
        assertThat(all).contains("reader", "editor", "admin", "expired", "revoked", "tests");

        Response first = admin().get(PATH + "?limit=4");
        Response second =
                admin().queryParam("cursor", first.<String>path("page.next")).get(PATH + "?limit=4");

        assertThat(first.<List<String>>path("items.keyId")).isEqualTo(all.subList(0, 4));
        assertThat(second.<List<String>>path("items.keyId")).isEqualTo(all.subList(4, all.size()));
        assertThat(admin().get(PATH + "?state=revoked").<List<String>>path("items.keyId"))
                .containsExactly("revoked");
        assertThat(admin().get(PATH + "?state=expired").<List<String>>path("items.keyId"))
                .containsExactly("expired");
        assertThat(admin().get(PATH + "?state=valid&count=exact").<Integer>path("page.total.value"))
                .isEqualTo(all.size() - 2);
    }

    private static Response issue(Map<String, Object> draft) {
        return admin().contentType("application/json").body(draft).post(PATH);
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Callers.ADMIN.key());
    }

    private static String secretOf(String key) {
        return ApiKeyToken.parse(key).orElseThrow().secret();
    }
}
