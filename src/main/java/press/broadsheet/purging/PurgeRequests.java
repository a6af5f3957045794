package press.broadsheet.purging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

/** Sends purges, one request after the other, each answered before the next is sent. */
@Singleton
class PurgeRequests {
    private final PurgeConfig config;
    private final HttpClient http;

    PurgeRequests(PurgeConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Has everything dropped that bears one of these keys.
     *
     * @throws UncheckedIOException if the cache can't be reached or does not say yes; what it was told by then it may be told again
     */
    void send(List<String> keys) {
        Dialect dialect = config.dialect().orElseThrow();
        for (int from = 0; from < keys.size(); from += dialect.most()) {
            send(dialect, keys.subList(from, Math.min(keys.size(), from + dialect.most())));
        }
    }

    private void send(Dialect dialect, List<String> keys) {
        HttpRequest request = dialect.request(url(config), config.token(), keys)
                .timeout(config.timeout())
                .build();
        try {
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new UncheckedIOException(new IOException("the cache answered " + answer.statusCode()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server is stopping", stopping);
        }
    }

    /** @throws IllegalStateException if there is none */
    static URI url(PurgeConfig config) {
        Optional<URI> url = config.url();
        return url.filter(URI::isAbsolute)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "BROADSHEET_PURGE_URL must say where the cache takes purges, if there is a BROADSHEET_PURGE_DIALECT"));
    }
}
