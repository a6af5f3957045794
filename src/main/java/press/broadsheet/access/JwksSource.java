package press.broadsheet.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where an identity provider publishes its keys. Reading takes at most {@link #PATIENCE}, and follows no redirect. */
final class JwksSource {
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final URI location;
    private final HttpClient http;

    /**
     * @param location an https address, an http address of this machine, or a file with or without its scheme
     * @throws IllegalStateException if it is none of them
     */
    JwksSource(URI location) {
        this.location = location;
        boolean remote = "https".equals(location.getScheme()) || isOnThisMachine(location);
        if (!remote && location.getScheme() != null && !"file".equals(location.getScheme())) {
            throw new IllegalStateException("BROADSHEET_JWT_JWKS must be an https address or a file");
        }
        this.http = remote
                ? HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()
                : null;
    }

    /** A sidecar, for instance: what nobody in between can change needs no encryption. */
    private static boolean isOnThisMachine(URI location) {
        return "http".equals(location.getScheme())
                && ("localhost".equals(location.getHost()) || isLoopback(location.getHost()));
    }

    private static boolean isLoopback(String host) {
        try {
            return host != null
                    && host.matches("127\\.[0-9.]+|\\[::1]")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (IOException unknown) {
            return false;
        }
    }

    /** The JWK set as it is published at the moment. */
    String read() throws IOException {
        if (http == null) {
            return Files.readString(location.getScheme() == null ? Path.of(location.getPath()) : Path.of(location));
        }
        HttpRequest request = HttpRequest.newBuilder(location).timeout(PATIENCE).build();
        // The timeout of a request ends with the head of its answer; this one is for the whole of it.
        var answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException(location + " answered " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException | ExecutionException failed) {
            answer.cancel(true);
            throw new IOException(location + " does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
