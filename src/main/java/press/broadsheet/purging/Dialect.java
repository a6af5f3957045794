package press.broadsheet.purging;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a kind of cache wants to be told which keys to drop, and how many at a time. */
public enum Dialect {
    /** Fastly's purge of several surrogate keys: {@code https://api.fastly.com/service/{id}/purge}. Not softly: what was taken down must be gone. */
    FASTLY(256) {
        @Override
        HttpRequest.Builder request(URI url, Optional<String> token, List<String> keys) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(url).POST(BodyPublishers.noBody()).header("Surrogate-Key", joined(keys));
            token.ifPresent(secret -> request.header("Fastly-Key", secret.strip()));
            return request;
        }
    },

    /** Cloudflare's purge by tag: {@code https://api.cloudflare.com/client/v4/zones/{id}/purge_cache}. */
    CLOUDFLARE(100) {
        @Override
        HttpRequest.Builder request(URI url, Optional<String> token, List<String> keys) {
            // Keys hold nothing that JSON would have to escape.
            String tags = keys.stream().collect(Collectors.joining("\",\"", "{\"tags\":[\"", "\"]}"));
            return authorized(
                    HttpRequest.newBuilder(url)
                            .POST(BodyPublishers.ofString(tags))
                            .header("Content-Type", "application/json"),
                    token);
        }
    },

    /** Varnish with {@code vmod_xkey}, as {@code docker/varnish.vcl} sets it up: {@code PURGE} with the keys in a header. */
    VARNISH(100) {
        @Override
        HttpRequest.Builder request(URI url, Optional<String> token, List<String> keys) {
            return authorized(
                    HttpRequest.newBuilder(url)
                            .method("PURGE", BodyPublishers.noBody())
                            .header("xkey", joined(keys)),
                    token);
        }
    };

    private final int most;

    Dialect(int most) {
        this.most = most;
    }

    /** How many keys one request may name. */
    int most() {
        return most;
    }

    /** The request that drops everything that has one of these keys. */
    abstract HttpRequest.Builder request(URI url, Optional<String> token, List<String> keys);

    private static String joined(List<String> keys) {
        return String.join(" ", keys);
    }

    private static HttpRequest.Builder authorized(HttpRequest.Builder request, Optional<String> token) {
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.strip()));
        return request;
    }
}
