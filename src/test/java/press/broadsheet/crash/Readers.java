package press.broadsheet.crash;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

import press.broadsheet.crash.History.Outcome;

/** The requests of readers, each answered by what is known of it then. */
final class Readers {
    static final Duration LONG = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Application application;

    Readers(Application application) {
        this.application = application;
    }

    /** @param patience after so long the client hangs up */
    Outcome like(Liker.Like like, Duration patience) {
        return outcome(at(like, patience).PUT(BodyPublishers.noBody()).build());
    }

    Outcome takeBack(Liker.Like like) {
        return outcome(at(like, LONG).DELETE().build());
    }

    /** @param browser another one for each view, or it does not count */
    Outcome view(UUID article, String browser) {
        return outcome(HttpRequest.newBuilder(application.at("/v1/articles/" + article + "/views"))
                .timeout(LONG)
                .header("User-Agent", browser)
                .POST(BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder at(Liker.Like like, Duration patience) {
        return HttpRequest.newBuilder(
                        application.at("/v1/articles/%s/reactions/like/%s".formatted(like.article(), like.reader())))
                .timeout(patience);
    }

    private Outcome outcome(HttpRequest request) {
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 500) {
                return Outcome.INFO;
            }
            if (status >= 300) {
                throw new AssertionError("%s was answered %d".formatted(request, status));
            }
            return Outcome.OK;
        } catch (ConnectException neverSent) {
            return Outcome.FAIL;
        } catch (IOException noAnswer) {
            return Outcome.INFO;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
