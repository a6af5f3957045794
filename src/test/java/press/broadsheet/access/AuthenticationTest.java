package press.broadsheet.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Callers;
import press.broadsheet.testing.Newsroom;

/** Which keys open what. */
@QuarkusTest
class AuthenticationTest {
    private static final String PATH = "/v1/manage/tags";

    private final Newsroom newsroom;

    AuthenticationTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void enrol() {
        newsroom.clear();
        Callers.enrol(newsroom);
    }

    @Test
    void who_shows_no_key_is_told_to_and_costs_no_statement() {
        Response answer = post(given());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.path("code").toString()).isEqualTo("not-authenticated");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(costsNoStatement(answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer nonsense",
                "Bearer bs_editor_short",
                "Bearer ' or 1=1 --",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsImdyb3VwcyI6WyJhZG1pbiJdfQ.eA",
                "Basic ZWRpdG9yOnNlY3JldA==",
                "bs_editor_aaaabbbbccccddddeeeeffff",
                "Token bs_editor_aaaabbbbccccddddeeeeffff"
            })
    void what_is_no_key_is_refused_and_costs_no_statement(String authorization) {
        Response answer = post(given().header("Authorization", authorization));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(costsNoStatement(answer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bs_nobody_aaaabbbbccccddddeeeeffff",
                "bs_editor_aaaabbbbccccddddeeeefffg",
                "bs_expired_aaaabbbbccccddddeeeeffff",
                "bs_revoked_aaaabbbbccccddddeeeeffff",
                "bs_revoked_aaaabbbbccccddddeeeefffg"
            })
    void whatever_is_wrong_with_a_key_is_told_alike(String key) {
        Response answer = post(given().auth().oauth2(key));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.asString().replaceAll("\"requestId\":\"[^\"]*\"", ""))
                .isEqualTo(post(given().auth().oauth2("bs_another_aaaabbbbccccddddeeeeffff"))
                        .asString()
                        .replaceAll("\"requestId\":\"[^\"]*\"", ""))
                .contains("The credentials are unknown, expired or revoked.");
    }

    @ParameterizedTest
    @CsvSource({
        "null, null, 201",
        "now() + interval '1 hour', null, 201",
        "now() - interval '1 second', null, 401",
        "null, now(), 401",
        "now() + interval '1 hour', now(), 401"
    })
    void a_key_opens_until_it_expires_or_is_revoked(String expires, String revoked, int status) {
        Callers.enrol(newsroom, "changing", Role.EDITOR, expires, revoked);

        assertThat(post(given().auth().oauth2(Callers.key("changing"))).statusCode())
                .isEqualTo(status);
    }

    @Test
    void the_scheme_may_be_in_any_case() {
        assertThat(post(given().header("Authorization", "bEARER " + Callers.EDITOR.key()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void two_keys_are_no_key() {
        String editor = "Bearer " + Callers.EDITOR.key();

        assertThat(post(given().header("Authorization", "Bearer " + Callers.READER.key(), editor))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api_key", "key", "access_token", "authorization"})
    void a_key_in_the_address_is_refused(String parameter) {
        Response read = given().queryParam(parameter, Callers.ADMIN.key()).get("/v1/tags");
        Response written = post(given().auth().oauth2(Callers.ADMIN.key()).queryParam(parameter, Callers.ADMIN.key()));
        Response alone = post(given().queryParam(parameter, Callers.ADMIN.key()));

        assertThat(read.statusCode()).isEqualTo(400);
        assertThat(written.statusCode()).isEqualTo(400);
        assertThat(alone.statusCode()).isIn(400, 401);
        assertThat(newsroom.rows("select 1 from tag")).isEmpty();
    }

    @Test
    void a_wrong_key_is_refused_on_public_reads_too() {
        assertThat(given().auth()
                        .oauth2("bs_nobody_aaaabbbbccccddddeeeeffff")
                        .get("/v1/tags")
                        .statusCode())
                .isEqualTo(401);
        assertThat(given().auth().oauth2(Callers.READER.key()).get("/v1/tags").statusCode())
                .isEqualTo(200);
    }

    private static Response post(RequestSpecification caller) {
        return caller.contentType(ContentType.JSON)
                .body(Map.of("type", "topic", "name", "Rail"))
                .post(PATH);
    }

    private static boolean costsNoStatement(Response answer) {
        String timing = answer.header("Server-Timing");
        return timing == null || !timing.contains("db;") || timing.contains("\"0 statements\"");
    }
}
