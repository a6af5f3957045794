package press.broadsheet.crash;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import press.broadsheet.crash.History.Operation;
import press.broadsheet.crash.History.Outcome;

/** The requests of editors, each answered by what is known of it then. */
final class Editors {
    static final int CONFLICT = 409;
    static final int PRECONDITION_FAILED = 412;

    private static final String ARTICLES = "/v1/manage/articles";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Application application;

    Editors(Application application) {
        this.application = application;
    }

    /** Makes the one section. */
    void open() throws IOException, InterruptedException {
        HttpRequest request = request("/v1/manage/sections", Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\": \"News\"}"))
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 201) {
            throw new IllegalStateException("The section was answered " + status);
        }
    }

    /** @param patience after so long the client hangs up */
    Operation create(String key, String title, Duration patience) {
        Map<String, ?> draft = Map.of("title", title, "section", "news", "body", body(title), "status", "published");
        HttpRequest request = request(ARTICLES, patience)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(written(draft)))
                .build();
        return outcome(request, new Operation(key, null, 0, title, Outcome.INFO, 0, null));
    }

    /** @param version the present one */
    Operation patch(UUID article, int version, String title, Duration patience) {
        HttpRequest request = request(ARTICLES + "/" + article, patience)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"" + version + "\"")
                .method("PATCH", BodyPublishers.ofString(written(Map.of("title", title, "body", body(title)))))
                .build();
        return outcome(request, new Operation(null, article, version + 1, title, Outcome.INFO, 0, null));
    }

    /** What readers get at a path. */
    JsonNode read(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(application.at(path)).build(), BodyHandlers.ofString());
        return json.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, Duration patience) {
        return HttpRequest.newBuilder(application.at(path))
                .timeout(patience)
                .header("Authorization", "Bearer " + Application.KEY);
    }

    private static Map<String, String> body(String title) {
        return Map.of("markdown", title);
    }

    private Operation outcome(HttpRequest request, Operation asked) {
        try {
            return answered(client.send(request, BodyHandlers.ofString()), asked);
        } catch (ConnectException neverSent) {
            return with(asked, null, Outcome.FAIL, 0, null);
        } catch (IOException noAnswer) {
            return asked;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Operation answered(HttpResponse<String> answer, Operation asked) throws IOException {
        int status = answer.statusCode();
        if (status >= 500) {
            return with(asked, asked.article(), Outcome.INFO, status, null);
        }
        if (status == CONFLICT || status == PRECONDITION_FAILED) {
            return with(asked, asked.article(), Outcome.FAIL, status, null);
        }
        if (status != (asked.isCreation() ? 201 : 200)) {
            throw new AssertionError("%s was answered %d: %s".formatted(asked, status, answer.body()));
        }
        JsonNode article = json.readTree(answer.body());
        if (article.path("version").asInt(-1) != asked.version()) {
            throw new AssertionError("%s was answered %s".formatted(asked, answer.body()));
        }
        UUID id = UUID.fromString(article.path("id").asText());
        return with(asked, id, Outcome.OK, status, asked.isCreation() ? answer.body() : null);
    }

    private static Operation with(Operation asked, UUID article, Outcome outcome, int status, String answer) {
        return new Operation(asked.key(), article, asked.version(), asked.title(), outcome, status, answer);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
