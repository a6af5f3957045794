package press.broadsheet.sync;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** Idle listeners cost memory, but no threads. */
@QuarkusTest
class ManyListenersTest {
    private static final int LISTENERS = Integer.getInteger("listeners", 500);
    private static final int MOST_THREADS = 20;
    private static final long MOST_BYTES_EACH = 60_000;

    private final Newsroom newsroom;
    private final ChangeStream stream;
    private final List<Socket> sockets = new ArrayList<>();

    @TestHTTPResource
    URI server;

    ManyListenersTest(Newsroom newsroom, ChangeStream stream) {
        this.newsroom = newsroom;
        this.stream = stream;
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void hundreds_listen_on_few_threads_and_all_hear_of_a_change() throws IOException {
        newsroom.clear();
        newsroom.tag("topic", "Road");
        int before = stream.listening();
        int threads = threads();
        long heap = heap();

        for (int listener = 0; listener < LISTENERS; listener++) {
            sockets.add(listening());
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> stream.listening() == before + LISTENERS);
        long each = (heap() - heap) / LISTENERS;
        int moreThreads = threads() - threads;
        newsroom.tag("topic", "Rail");
        long told = System.nanoTime();
        for (Socket socket : sockets) {
            awaitEvent(socket);
        }

        System.out.printf(
                "%d listeners: %d more threads, %d bytes of heap each, all told after %d ms%n",
                LISTENERS,
                moreThreads,
                each,
                Duration.ofNanos(System.nanoTime() - told).toMillis());
        assertThat(moreThreads).isLessThan(MOST_THREADS);
        assertThat(each).isLessThan(MOST_BYTES_EACH);
    }

    private Socket listening() throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write("GET /v1/changes/stream HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                        .getBytes(US_ASCII));
        return socket;
    }

    private static void awaitEvent(Socket socket) throws IOException {
        byte[] piece = new byte[4_096];
        StringBuilder read = new StringBuilder();
        while (read.indexOf("\"slug\":\"rail\"") < 0) {
            int length = socket.getInputStream().read(piece);
            assertThat(length).as("what comes after " + read).isPositive();
            read.append(new String(piece, 0, length, US_ASCII));
        }
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
