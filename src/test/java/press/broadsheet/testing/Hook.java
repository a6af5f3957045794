package press.broadsheet.testing;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/**
 * A webhook, as an administrator handles it.
 *
 * @param secret the first one
 */
public record Hook(String id, String secret) {
    public static final String PATH = "/v1/manage/webhooks";

    /** Makes one. */
    public static Hook to(String url, String... events) {
        JsonPath answer = sent(Map.of("url", url, "events", List.of(events)))
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Hook(answer.getString("webhook.id"), answer.getString("secret"));
    }

    public static ValidatableResponse sent(Map<String, ?> draft) {
        return Newsroom.post(PATH, draft);
    }

    public JsonPath read() {
        return get("").statusCode(200).extract().jsonPath();
    }

    /** What stands below it. */
    public ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(Newsroom.KEY)
                .when()
                .get(PATH + "/" + id + path)
                .then();
    }

    public ValidatableResponse post(String path, Object body) {
        return Newsroom.post(PATH + "/" + id + path, body);
    }

    /** Without a body. */
    public ValidatableResponse post(String path) {
        return given().auth()
                .oauth2(Newsroom.KEY)
                .contentType(ContentType.JSON)
                .when()
                .post(PATH + "/" + id + path)
                .then();
    }

    public ValidatableResponse patch(Map<String, ?> patch) {
        return atItsVersion()
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(patch)
                .when()
                .patch(PATH + "/" + id)
                .then();
    }

    public ValidatableResponse delete() {
        return atItsVersion().when().delete(PATH + "/" + id).then();
    }

    private RequestSpecification atItsVersion() {
        return given().auth().oauth2(Newsroom.KEY).header("If-Match", "\"" + read().getInt("version") + "\"");
    }

    /** Its deliveries, the newest first. */
    public List<Map<String, Object>> deliveries() {
        return get("/deliveries").statusCode(200).extract().jsonPath().getList("items");
    }
}
