package press.broadsheet.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A client of the stream, as a browser's {@code EventSource} is one. */
final class Listening implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<Stream<String>> answer;
    private final CompletableFuture<Void> reading;
    private final List<String> lines = new ArrayList<>();

    private Listening(HttpResponse<Stream<String>> answer) {
        this.answer = answer;
        reading = CompletableFuture.runAsync(() -> answer.body().forEach(this::note))
                .exceptionally(closed -> null);
    }

    static Listening to(URI server, String query, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/v1/changes/stream" + query))
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Listening(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines()));
    }

    private synchronized void note(String line) {
        lines.add(line);
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse(null);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The data of the events. */
    List<String> data() {
        return lines().stream()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(5))
                .toList();
    }

    /** What the events say, such as {@code publish tag rail}. */
    List<String> told() {
        return data().stream().map(Listening::told).toList();
    }

    private static String told(String data) {
        try {
            JsonNode change = JSON.readTree(data);
            return "%s %s %s"
                    .formatted(
                            change.path("kind").asText(),
                            change.path("type").asText(),
                            change.path("slug").asText());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** Where it would go on. */
    String lastEventId() {
        return lines().stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .reduce((one, two) -> two)
                .orElse(null);
    }

    boolean hasEnded() {
        return reading.isDone();
    }

    @Override
    public void close() {
        answer.body().close();
    }
}
