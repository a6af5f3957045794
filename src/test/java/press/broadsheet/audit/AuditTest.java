package press.broadsheet.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;

@QuarkusTest
class AuditTest {
    private static final String PATH = "/v1/manage/audit";

    private final Newsroom newsroom;
    private long start;

    AuditTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void begin() {
        newsroom.clear();
        Callers.enrol(newsroom);
        start = (Long) newsroom.rows("select max(number) from change").get(0).get(0);
    }

    @Test
    void it_says_who_did_what_to_what_and_in_which_request() {
        String id = tag("Rail", Callers.EDITOR.key(), "request-1");

        Map<String, Object> entry = read("").getMap("items[0]");

        assertThat(entry)
                .containsEntry("actor", "editor")
                .containsEntry("kind", "publish")
                .containsEntry("type", "tag")
                .containsEntry("id", id)
                .containsEntry("slug", "rail")
                .containsEntry("requestId", "request-1");
        assertThat(((Number) entry.get("number")).longValue()).isGreaterThan(start);
        assertThat(Instant.parse((String) entry.get("at")))
                .isBefore(Instant.now().plusSeconds(5));
    }

    @Test
    void it_names_keys_but_no_secrets() {
        Response made = given().auth()
                .oauth2(Callers.ADMIN.key())
                .contentType("application/json")
                .body(Map.of("name", "Importer", "role", "reader"))
                .post("/v1/manage/keys");

        Response log = given().auth().oauth2(Callers.ADMIN.key()).get(PATH + "?type=key&limit=1");

        log.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("private, no-store"))
                .body("items[0].kind", equalTo("create"))
                .body("items[0].slug", equalTo(made.path("keyId")))
                .body("items[0].id", equalTo(made.path("id")));
        assertThat(log.asString()).doesNotContain(made.<String>path("key").split("_", -1)[2]);
    }

    @Test
    void it_is_narrowed_by_who_what_and_when() {
        String rail = tag("Rail", Callers.EDITOR.key(), "one");
        String ferry = tag("Ferry", Callers.ADMIN.key(), "two");

        assertThat(read("?type=tag&actor=editor&limit=1").getString("items[0].id"))
                .isEqualTo(rail);
        assertThat(read("?type=tag&actor=admin&limit=1").getString("items[0].id"))
                .isEqualTo(ferry);
        assertThat(read("?id=" + rail).getList("items.id")).containsExactly(rail);
        assertThat(read("?actor=nobody").getList("items")).isEmpty();
        assertThat(read("?type=tag&before=2020-01-01").getList("items")).isEmpty();
        assertThat(read("?id=" + ferry + "&after=2020-01-01").getList("items")).hasSize(1);
        assertThat(read("?id=" + ferry + "&after=2999-01-01").getList("items")).isEmpty();
        assertThat(read("?id=" + ferry + "&count=exact").getInt("page.total.value"))
                .isEqualTo(1);
    }

    @Test
    void it_is_read_back_page_by_page_while_more_is_done() {
        String begun = (String) newsroom.rows(
                        "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .get(0)
                .get(0);
        for (int number = 0; number < 7; number++) {
            tag("Tag " + number, Callers.EDITOR.key(), "request");
        }
        String query = "?actor=editor&limit=3&after=" + begun;
        List<String> slugs = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = read(query + cursor);
            slugs.addAll(page.getList("items.slug"));
            cursor = page.getString("page.next") == null ? null : "&cursor=" + page.getString("page.next");
            tag("Later", Callers.EDITOR.key(), "request");
        }

        assertThat(slugs).containsExactly("tag-6", "tag-5", "tag-4", "tag-3", "tag-2", "tag-1", "tag-0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?id=1",
                "?after=yesterday",
                "?sort=actor",
                "?sort=at",
                "?keys=x",
                "?cursor=forged",
                "?limit=0",
                "?actor=",
                "?actor=a%00b"
            })
    void what_is_not_asked_in_its_words_is_refused(String query) {
        given().auth()
                .oauth2(Callers.ADMIN.key())
                .urlEncodingEnabled(false)
                .get(PATH + query)
                .then()
                .statusCode(400);
    }

    private static String tag(String name, String key, String requestId) {
        return given().auth()
                .oauth2(key)
                .header("X-Request-Id", requestId)
                .contentType("application/json")
                .body(Map.of("type", "topic", "name", name))
                .post("/v1/manage/tags")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath read(String query) {
        return given().auth()
                .oauth2(Callers.ADMIN.key())
                .get(PATH + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
