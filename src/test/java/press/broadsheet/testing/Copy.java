package press.broadsheet.testing;

import java.util.Map;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What an editor has read, to change that version of it and no other. */
public final class Copy {
    private final String path;
    private final Response read;

    private Copy(String path, Response read) {
        this.path = path;
        this.read = read;
    }

    /** Of what stands at a path of the management API now. */
    public static Copy of(String path) {
        return new Copy(path, Editor.get(path).statusCode(200).extract().response());
    }

    public String etag() {
        return read.header("ETag");
    }

    public JsonPath json() {
        return read.jsonPath();
    }

    public ValidatableResponse replace(Object draft) {
        return Editor.put(path, etag(), draft);
    }

    /** Puts a part of the thing, below its path. */
    public ValidatableResponse put(String below, Object part) {
        return Editor.put(path + below, etag(), part);
    }

    public ValidatableResponse patch(Map<String, ?> fields) {
        return Editor.patch(path, etag(), fields);
    }

    public ValidatableResponse delete() {
        return delete("");
    }

    /** Deletes a part of the thing, below its path. */
    public ValidatableResponse delete(String below) {
        return Editor.delete(path + below, etag());
    }
}
