import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;

/**
 * An editor's tool: writes an article so that a retry does no harm, corrects it so that nobody's work is lost, publishes it, and
 * hears of all that from the change log, as any copy of the newsroom would. Needs {@code $BROADSHEET_KEY}.
 */
public class Newsroom {
    private static final String API = System.getenv().getOrDefault("BROADSHEET", "http://localhost:8080") + "/v1";
    private static final String KEY = "Bearer " + System.getenv("BROADSHEET_KEY");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    public static void main(String[] args) throws Exception {
        new Newsroom().run();
    }

    private void run() throws IOException, InterruptedException {
        String now = ask(request("/changes?from=now")).json().at("/page/next").asText();

        // The key belongs to what is to be done, not to the attempt: sent again, the first answer comes back.
        Map<String, Object> draft = Map.of(
                "title", "Ferry back in service",
                "section", "region",
                "tags", new String[] {"northern-ferries"},
                "body", Map.of("markdown", "The *Alde Maid* sailed at six."));
        String attempt = UUID.randomUUID().toString();
        Answer created = ask(write("POST", "/manage/articles", draft).header("Idempotency-Key", attempt));
        Answer repeated = ask(write("POST", "/manage/articles", draft).header("Idempotency-Key", attempt));
        String id = created.json().get("id").asText();
        System.out.printf("Created %s, and sent again it is %s%n", id, repeated.json().get("id").asText());

        // Whoever changes something says which version they saw; 412 means that somebody else was faster.
        Map<String, Object> correction = Map.of("title", "Ferry back in service after nine days");
        Answer corrected = ask(patch("/manage/articles/" + id, correction).header("If-Match", created.etag()));
        Answer late = send(patch("/manage/articles/" + id, correction).header("If-Match", created.etag()));
        System.out.printf("Corrected: %d. From the older version: %d %s%n",
                corrected.status(), late.status(), late.json().get("detail").asText());

        Answer published = ask(request("/manage/articles/" + id + "/publish")
                .POST(BodyPublishers.noBody())
                .header("If-Match", corrected.etag()));
        System.out.printf("Published: %d%n", published.status());

        // Only what readers may know is in the log: of the draft there is nothing, of the article everything.
        for (JsonNode change : ask(request("/changes?cursor=" + now)).json().get("items")) {
            System.out.printf("%s %s %s%n",
                    change.get("kind").asText(), change.get("type").asText(), change.get("slug").asText());
        }

        Answer deleted = ask(request("/manage/articles/" + id).DELETE().header("If-Match", published.etag()));
        System.out.printf("Deleted: %d. Now it is %d%n",
                deleted.status(), send(request("/articles/" + id)).status());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(API + path)).header("Authorization", KEY);
    }

    private HttpRequest.Builder write(String method, String path, Object body) throws IOException {
        return request(path)
                .method(method, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder patch(String path, Object body) throws IOException {
        return write("PATCH", path, body).setHeader("Content-Type", "application/merge-patch+json");
    }

    /** What must succeed. */
    private Answer ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        Answer answer = send(request);
        if (answer.status() >= 400) {
            throw new IllegalStateException(answer.json().toPrettyString());
        }
        return answer;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(""),
                json.readTree(response.body()));
    }

    private record Answer(int status, String etag, JsonNode json) {}
}
