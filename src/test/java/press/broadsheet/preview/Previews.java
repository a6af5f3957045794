package press.broadsheet.preview;

import java.time.Instant;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import press.broadsheet.testing.Newsroom;

/** Makes previews through the API, and says where they are opened. */
final class Previews {
    private Previews() {}

    /** The path of an article's preview. */
    static String ofArticle(String slug) {
        return path(made(Map.of("article", slug)));
    }

    /** The path behind which the API shows the site as of an instant. */
    static String ofSite(Instant asOf) {
        return path(made(Map.of("asOf", asOf.toString())));
    }

    static JsonPath made(Map<String, Object> draft) {
        return Newsroom.post("/v1/manage/previews", draft)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static String path(JsonPath made) {
        return made.getString("url").replace("http://localhost:8080", "");
    }
}
