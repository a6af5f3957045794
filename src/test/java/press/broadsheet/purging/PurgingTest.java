package press.broadsheet.purging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;
import press.broadsheet.testing.Receiver;

@QuarkusTest
@TestProfile(PurgingTest.BehindVarnish.class)
class PurgingTest {
    private static final String PATH = "/";
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    private final Newsroom newsroom;

    @ConfigProperty(name = "broadsheet.purge.url")
    String url;

    private Receiver cache;

    PurgingTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void open() {
        cache = Receiver.at(
                        "127.0.0.1",
                        Integer.parseInt(url.replaceAll("\\D+$|^.*:", "")),
                        ServerSocketFactory.getDefault())
                .does(PATH, Receiver.answering(200));
    }

    @AfterEach
    void close() throws IOException {
        cache.close();
    }

    @Test
    void what_a_change_touched_is_purged_at_once_and_again() {
        newsroom.tell(Set.of("list-tag-of-purging"));

        await().until(() -> times("list-tag-of-purging") == 2);

        List<Receiver.Request> purges = purgesOf("list-tag-of-purging");
        assertThat(purges).extracting(Receiver.Request::method).containsOnly("PURGE");
        assertThat(purges)
                .extracting(request -> request.header("authorization"))
                .containsOnly("Bearer purging-secret");
        assertThat(purges.get(1).nanos() - purges.get(0).nanos()).isGreaterThanOrEqualTo(AGAIN_NANOS);
    }

    @Test
    void what_is_purged_late_is_purged_again_later_still() {
        cache.does(PATH, Receiver.answering(503));
        newsroom.tell(Set.of("list-late"));
        await().until(() -> times("list-late") == 1);
        // The next attempt is a second later: then both would be due, if the second one counted from the change.
        cache.does(PATH, Receiver.answering(200));

        await().until(() -> times("list-late") == 3);

        List<Receiver.Request> purges = purgesOf("list-late");
        assertThat(purges.get(2).nanos() - purges.get(1).nanos()).isGreaterThanOrEqualTo(AGAIN_NANOS);
    }

    @Test
    void no_request_names_more_keys_than_it_may_and_none_is_left_out() {
        Set<String> many =
                IntStream.range(0, 250).mapToObj(n -> "list-many-" + n).collect(Collectors.toSet());

        newsroom.tell(many);

        await().until(() -> keys().filter(many::contains).distinct().count() == many.size());
        assertThat(cache.requestsTo(PATH))
                .allSatisfy(
                        request -> assertThat(request.header("xkey").split(" ")).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void what_the_cache_refuses_is_told_again_when_it_does_not() {
        cache.does(PATH, Receiver.answering(503));
        newsroom.tell(Set.of("list-refused"));
        await().until(() -> times("list-refused") > 0);
        newsroom.tell(Set.of("list-meanwhile"));

        cache.does(PATH, Receiver.answering(200));
        long since = System.nanoTime();

        await().until(() -> Stream.of("list-refused", "list-meanwhile")
                .allMatch(key -> purgesOf(key).stream().anyMatch(request -> request.nanos() > since)));
    }

    private long times(String key) {
        return purgesOf(key).size();
    }

    private List<Receiver.Request> purgesOf(String key) {
        return cache.requestsTo(PATH).stream()
                .filter(request -> Set.of(request.header("xkey").split(" ")).contains(key))
                .toList();
    }

    private Stream<String> keys() {
        return cache.requestsTo(PATH).stream()
                .flatMap(request -> Stream.of(request.header("xkey").split(" ")));
    }

    /** A cache on a port that was free a moment ago, and is below those that systems give to outgoing connections. */
    public static class BehindVarnish implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            int port = ThreadLocalRandom.current()
                    .ints(20_000, 30_000)
                    .filter(BehindVarnish::isFree)
                    .findFirst()
                    .orElseThrow();
            return Map.of(
                    "broadsheet.purge.dialect", "varnish",
                    "broadsheet.purge.url", "http://127.0.0.1:" + port + PATH,
                    "broadsheet.purge.token", "purging-secret",
                    "broadsheet.purge.again", "700ms");
        }

        private static boolean isFree(int port) {
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.isBound();
            } catch (IOException taken) {
                return false;
            }
        }
    }
}
