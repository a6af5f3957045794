package press.broadsheet.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken down on one node is gone from the other when that is answered, though the other is stopped meanwhile. */
class TakedownIT {
    private static final Duration LEASE = Duration.ofSeconds(5);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void no_node_answers_it_once_the_takedown_is_answered(@TempDir Path directory) throws Exception {
        try (Application one = Application.on(directory);
                Application other = one.another()) {
            post(one, "/v1/manage/sections", "{\"name\": \"News\"}");
            String path = published(one, "Wrong");
            String stays = published(one, "Right");
            String tag = known(other, path);

            JsonNode down = takenDown(one, path);

            assertThat(get(other, path, tag).statusCode()).isEqualTo(410);
            assertThat(down.path("confirmed")).hasSize(2);
            assertThat(down.path("lapsed")).isEmpty();
            assertThat(get(other, stays, known(other, stays)).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void a_node_that_was_stopped_delays_the_answer_and_knows_when_it_goes_on(@TempDir Path directory) throws Exception {
        try (Application one = Application.on(directory);
                Application other = one.another()) {
            post(one, "/v1/manage/sections", "{\"name\": \"News\"}");
            String path = published(one, "Wrong");
            String tag = known(other, path);

            other.signal("STOP");
            long start = System.nanoTime();
            JsonNode down = takenDown(one, path);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            other.signal("CONT");

            assertThat(get(other, path, tag).statusCode()).isEqualTo(410);
            assertThat(down.path("confirmed")).hasSize(1);
            assertThat(down.path("lapsed")).hasSize(1);
            // What was left of the lease: it is renewed each fifth of its length.
            assertThat(took).isBetween(LEASE.multipliedBy(3).dividedBy(5), LEASE.multipliedBy(3));
        }
    }

    /** The path of a new article. */
    private String published(Application at, String title) throws IOException, InterruptedException {
        JsonNode made = post(
                at,
                "/v1/manage/articles",
                "{\"title\": \"%s\", \"section\": \"news\", \"status\": \"published\", \"body\": {\"html\": \"<p>It.</p>\"}}"
                        .formatted(title));
        return "/v1/articles/" + made.path("id").asText();
    }

    /** The validator of what a node answers from memory from now on. */
    private String known(Application node, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(node, path, "\"none\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(get(node, path, tag).statusCode()).isEqualTo(304);
        return tag;
    }

    private JsonNode takenDown(Application at, String path) throws IOException, InterruptedException {
        return post(at, path.replace("/v1/", "/v1/manage/") + "/takedown", "");
    }

    private HttpResponse<String> get(Application node, String path, String tag)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(node.at(path))
                .header("If-None-Match", tag)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private JsonNode post(Application node, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(node.at(path))
                .header("Authorization", "Bearer " + Application.KEY)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return json.readTree(answer.body());
    }
}
