package press.broadsheet.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static press.broadsheet.caching.Exchange.get;
import static press.broadsheet.caching.Exchange.header;
import static press.broadsheet.caching.Exchange.send;
import static press.broadsheet.caching.Exchange.text;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.content.Changed;

/** L3: however many ask at once for what is not kept, it is loaded once. */
@QuarkusTest
class SharedLoadsTest {
    private static final int READERS = 100;

    @Inject
    Event<Changed> changed;

    private final String name = UUID.randomUUID().toString();
    private final String path = "news/" + name;
    private final NewsProbe.Hold hold = new NewsProbe.Hold();
    private final int loads = NewsProbe.LOADS.get();

    @AfterEach
    void letGo() {
        NewsProbe.HOLDS.remove(name);
        NewsProbe.FAILING.remove(name);
        hold.release().countDown();
    }

    @Test
    void who_asks_during_a_load_waits_for_it() throws InterruptedException {
        List<CompletableFuture<HttpResponse<byte[]>>> readers = readersDuringALoad();
        hold.release().countDown();

        assertThat(readers).allSatisfy(reader -> {
            assertThat(reader.join().statusCode()).isEqualTo(200);
            assertThat(text(reader.join())).contains("no news");
        });
        assertThat(readers)
                .filteredOn(reader -> header(reader.join(), "Cache-Status").equals("broadsheet; fwd=miss; collapsed"))
                .isNotEmpty();
        assertThat(NewsProbe.LOADS).hasValue(loads + 1);
    }

    @Test
    void other_questions_are_not_waited_with() throws InterruptedException {
        List<CompletableFuture<HttpResponse<byte[]>>> readers = readersDuringALoad();

        assertThat(get("news/" + UUID.randomUUID()).statusCode()).isEqualTo(200);
        hold.release().countDown();
        readers.forEach(CompletableFuture::join);
    }

    @Test
    void who_waited_for_a_load_that_fails_is_told_so_without_another_one() throws InterruptedException {
        NewsProbe.FAILING.add(name);
        List<CompletableFuture<HttpResponse<byte[]>>> readers = readersDuringALoad();
        hold.release().countDown();

        assertThat(readers).allSatisfy(reader -> {
            assertThat(reader.join().statusCode()).isEqualTo(503);
            assertThat(header(reader.join(), "Cache-Control")).isEqualTo("no-store");
        });
        // Those whom the network brought after the end of the first load.
        assertThat(NewsProbe.LOADS.get() - loads).isLessThan(READERS / 2);
        NewsProbe.FAILING.remove(name);
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    /** Who asks after a change was announced must not get what was loaded before it. */
    @Test
    void who_waited_for_what_a_change_made_stale_gets_the_newer_state() throws InterruptedException {
        List<CompletableFuture<HttpResponse<byte[]>>> readers = readersDuringALoad();
        NewsProbe.HOLDS.remove(name);
        NewsProbe.NEWS.put(name, "newer");
        changed.fire(new Changed(Set.of("news-" + name), 1));
        hold.release().countDown();

        assertThat(readers.stream().map(CompletableFuture::join).filter(answer -> text(answer)
                        .contains("newer")))
                .hasSizeGreaterThanOrEqualTo(READERS - 1);
        assertThat(NewsProbe.LOADS).hasValue(loads + 2);
    }

    /** Tests keep nothing of what changes by itself. */
    @Test
    void who_waited_for_what_can_not_be_kept_waits_no_longer_for_anybody() throws InterruptedException {
        int few = 5;
        NewsProbe.Hold all = new NewsProbe.Hold(new CountDownLatch(few - 1), hold.release());
        CountDownLatch first = new CountDownLatch(1);
        NewsProbe.HOLDS.put(name, new NewsProbe.Hold(hold.loaded(), first));
        List<CompletableFuture<HttpResponse<byte[]>>> readers = readers("counters/" + name, few);
        NewsProbe.HOLDS.put(name, all);
        first.countDown();

        assertThat(all.loaded().await(10, TimeUnit.SECONDS))
                .as("all load side by side")
                .isTrue();
        hold.release().countDown();
        assertThat(readers)
                .allSatisfy(reader -> assertThat(reader.join().statusCode()).isEqualTo(200));
    }

    private List<CompletableFuture<HttpResponse<byte[]>>> readersDuringALoad() throws InterruptedException {
        NewsProbe.HOLDS.put(name, hold);
        return readers(path, READERS);
    }

    private List<CompletableFuture<HttpResponse<byte[]>>> readers(String path, int number) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> first = send("GET", path);
        assertThat(hold.loaded().await(10, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<HttpResponse<byte[]>>> readers = IntStream.range(0, number)
                .mapToObj(i -> i == 0 ? first : send("GET", path))
                .toList();
        // They are on their way; none may be answered yet.
        await().during(500, TimeUnit.MILLISECONDS).until(() -> readers.stream().noneMatch(CompletableFuture::isDone));
        return readers;
    }
}
