package press.broadsheet.testing;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Calls {@code /v1/manage} as an admin, with the version that a change is made to. */
public final class Editor {
    /** Matches whatever version there is. */
    public static final String ANY = "*";

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private Editor() {}

    public static JsonPath read(String path) {
        return caller(null).get(path).then().statusCode(200).extract().jsonPath();
    }

    public static ValidatableResponse get(String path) {
        return caller(null).get(path).then();
    }

    public static ValidatableResponse post(String path, String version, Object body) {
        return with(version, body).post(path).then();
    }

    /** Without a body. */
    public static ValidatableResponse post(String path) {
        return caller(null).post(path).then();
    }

    public static ValidatableResponse put(String path, String version, Object body) {
        return with(version, body).put(path).then();
    }

    public static ValidatableResponse patch(String path, String version, Object patch) {
        return caller(version)
                .config(config().encoderConfig(encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(MERGE_PATCH, ContentType.JSON)))
                .contentType(MERGE_PATCH)
                .body(patch)
                .patch(path)
                .then();
    }

    public static ValidatableResponse delete(String path, String version) {
        return caller(version).delete(path).then();
    }

    private static RequestSpecification with(String version, Object body) {
        return caller(version).contentType(ContentType.JSON).body(body);
    }

    private static RequestSpecification caller(String version) {
        RequestSpecification request = given().auth().oauth2(Newsroom.KEY).urlEncodingEnabled(false);
        return version == null ? request : request.header("If-Match", version);
    }
}
