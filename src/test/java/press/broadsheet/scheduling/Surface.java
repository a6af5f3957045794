package press.broadsheet.scheduling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import io.restassured.RestAssured;

/** An address that one reader asks for again and again, always with the validator of the answer that he has. */
final class Surface {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final String NO_VALIDATOR = "\"none\"";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<Sight> sights = new ConcurrentLinkedQueue<>();
    private final String path;
    private final ToLongFunction<String> seeing;
    private final int all;
    private String validator = NO_VALIDATOR;
    private long seen;

    /**
     * @param seeing how many of the scheduled articles a body tells of
     * @param all how many it tells of while all are to be seen; 0 if it need not tell of any
     */
    Surface(String path, ToLongFunction<String> seeing, int all) {
        this.path = path;
        this.seeing = seeing;
        this.all = all;
    }

    /**
     * What the reader saw.
     *
     * @param asked by the database's clock, before the request was sent
     * @param answered by the same clock, after the answer was there
     */
    record Sight(Instant asked, Instant answered, long seen, boolean notModified) {}

    /** Looks once; answers when it was answered. */
    Instant look(Supplier<Instant> databaseClock) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("If-None-Match", validator)
                .build();
        Instant asked = databaseClock.get();
        HttpResponse<String> answer = send(request);
        Instant answered = databaseClock.get();
        boolean notModified = answer.statusCode() == NOT_MODIFIED;
        if (!notModified) {
            validator = answer.headers().firstValue("ETag").orElse(NO_VALIDATOR);
            seen = answer.statusCode() == OK ? seeing.applyAsLong(answer.body()) : 0;
        }
        sights.add(new Sight(asked, answered, seen, notModified));
        return answered;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, interrupted);
        }
    }

    String path() {
        return path;
    }

    int all() {
        return all;
    }

    /** What was asked for from one instant on and answered before another. */
    List<Sight> between(Instant from, Instant until) {
        return sights.stream()
                .filter(sight ->
                        !sight.asked().isBefore(from) && sight.answered().isBefore(until))
                .toList();
    }
}
