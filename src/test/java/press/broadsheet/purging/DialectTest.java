package press.broadsheet.purging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

import org.junit.jupiter.api.Test;

class DialectTest {
    private static final URI HERE = URI.create("https://cache.example/purge");
    private static final List<String> KEYS = List.of("articles", "list-tag-1");

    @Test
    void fastly_takes_surrogate_keys_in_a_header() {
        HttpRequest request = request(Dialect.FASTLY, Optional.of("secret"));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers().map())
                .containsEntry("Surrogate-Key", List.of("articles list-tag-1"))
                .containsEntry("Fastly-Key", List.of("secret"))
                .doesNotContainKey("Fastly-Soft-Purge");
    }

    @Test
    void cloudflare_takes_tags_as_json() throws Exception {
        HttpRequest request = request(Dialect.CLOUDFLARE, Optional.of("secret"));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(body(request)).isEqualTo("{\"tags\":[\"articles\",\"list-tag-1\"]}");
        assertThat(request.headers().map())
                .containsEntry("Content-Type", List.of("application/json"))
                .containsEntry("Authorization", List.of("Bearer secret"));
    }

    @Test
    void varnish_takes_a_method_of_its_own() {
        HttpRequest request = request(Dialect.VARNISH, Optional.empty());

        assertThat(request.method()).isEqualTo("PURGE");
        assertThat(request.headers().map())
                .containsEntry("xkey", List.of("articles list-tag-1"))
                .doesNotContainKey("Authorization");
    }

    private static HttpRequest request(Dialect dialect, Optional<String> token) {
        return dialect.request(HERE, token, KEYS).build();
    }

    private static String body(HttpRequest request) throws Exception {
        CompletableFuture<String> body = new CompletableFuture<>();
        request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(1);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                body.complete(StandardCharsets.UTF_8.decode(bytes).toString());
            }

            @Override
            public void onError(Throwable failure) {
                body.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                // It was all there.
            }
        });
        return body.get();
    }
}
