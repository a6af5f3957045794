import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends views at a fixed rate and reads articles at another one meanwhile: {@code Beacons <url> <views per second> <seconds>}. Half
 * of the time no views are sent, in turns of five seconds, so that what disturbs the machine disturbs both halves. Latency counts from the
 * instant at which a read was due, not from when it could be sent. A fifth of the views are of ids that were made up, an eighth
 * of one article; every view is from a browser of its own.
 */
class Beacons {
    private static final int CONNECTIONS = 16;
    private static final int READS_A_SECOND = 100;
    private static final long TICK = 1_000_000;
    private static final int TICKS_A_SECOND = 1_000;
    private static final int TURN_SECONDS = 5;

    private final URI server;
    private final int rate;
    private final List<String> ids = new ArrayList<>();
    private final Random random = new Random(7);
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean flooding;

    private Beacons(String url, int rate) {
        server = URI.create(url);
        this.rate = rate;
    }

    public static void main(String[] arguments) throws Exception {
        new Beacons(arguments[0], Integer.parseInt(arguments[1])).run(Integer.parseInt(arguments[2]));
    }

    private void run(int seconds) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(get(client, "/v1/articles?limit=100&fields=id"));
        while (id.find()) {
            ids.add(id.group(1));
        }
        Thread sender = new Thread(this::send);
        sender.setDaemon(true);
        sender.start();
        List<Long> quiet = new ArrayList<>();
        List<Long> flooded = new ArrayList<>();
        long turns = seconds / TURN_SECONDS;
        for (int turn = 0; turn < turns; turn++) {
            flooding = turn % 2 == 1;
            Thread.sleep(500);
            List<Long> measured = read(client, TURN_SECONDS * READS_A_SECOND - READS_A_SECOND / 2);
            // Both halves warm up once.
            if (turn > 1) {
                (flooding ? flooded : quiet).addAll(measured);
            }
        }
        flooding = false;
        Thread.sleep(2_000);
        System.out.printf("views sent %d, accepted %d%n", sent.get(), accepted.get());
        System.out.printf("read without views: p50 %.2f ms, p99 %.2f ms%n", at(quiet, 0.5), at(quiet, 0.99));
        System.out.printf("read with %d views/s: p50 %.2f ms, p99 %.2f ms%n", rate, at(flooded, 0.5), at(flooded, 0.99));
        System.out.printf("ratio of p99: %.2f%n", at(flooded, 0.99) / at(quiet, 0.99));
    }

    private List<Long> read(HttpClient client, int reads) throws Exception {
        List<Long> nanos = new ArrayList<>();
        long start = System.nanoTime();
        for (int read = 0; read < reads; read++) {
            long due = start + read * (1_000_000_000L / READS_A_SECOND);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            get(client, "/v1/articles/" + ids.get(random.nextInt(ids.size())));
            nanos.add(System.nanoTime() - due);
        }
        return nanos;
    }

    private String get(HttpClient client, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path)).build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + response.statusCode());
        }
        return response.body();
    }

    /** One thread writes what is due each millisecond, to one connection after the other, without waiting for answers. */
    private void send() {
        try {
            List<OutputStream> connections = new ArrayList<>();
            for (int number = 0; number < CONNECTIONS; number++) {
                Socket socket = new Socket(server.getHost(), server.getPort());
                connections.add(socket.getOutputStream());
                Thread counter = new Thread(() -> count(socket));
                counter.setDaemon(true);
                counter.start();
            }
            Random drawn = new Random(11);
            long due = System.nanoTime();
            for (int tick = 0; ; tick++) {
                due += TICK;
                LockSupport.parkNanos(due - System.nanoTime());
                if (flooding) {
                    connections.get(tick % CONNECTIONS).write(views(drawn, rate / TICKS_A_SECOND));
                }
            }
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private byte[] views(Random drawn, int number) {
        StringBuilder requests = new StringBuilder();
        for (int view = 0; view < number; view++) {
            int kind = drawn.nextInt(40);
            String id = kind < 8 ? new UUID(drawn.nextLong(), drawn.nextLong()).toString() : ids.get(kind < 13 ? 0 : drawn.nextInt(ids.size()));
            requests.append("POST /v1/articles/").append(id).append("/views HTTP/1.1\r\nHost: ").append(server.getHost())
                    .append("\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0 ")
                    .append(drawn.nextInt()).append("\r\nContent-Length: 0\r\n\r\n");
        }
        sent.addAndGet(number);
        return requests.toString().getBytes(US_ASCII);
    }

    /** Counts status lines by their last words, wherever a read cuts them. */
    private void count(Socket socket) {
        byte[] wanted = "202 Accepted".getBytes(US_ASCII);
        byte[] buffer = new byte[1 << 16];
        int matched = 0;
        try (InputStream answers = socket.getInputStream()) {
            for (int length = answers.read(buffer); length >= 0; length = answers.read(buffer)) {
                for (int index = 0; index < length; index++) {
                    matched = buffer[index] == wanted[matched] ? matched + 1 : buffer[index] == wanted[0] ? 1 : 0;
                    if (matched == wanted.length) {
                        accepted.incrementAndGet();
                        matched = 0;
                    }
                }
            }
        } catch (IOException closed) {
            System.err.println("A connection was closed: " + closed.getMessage());
        }
    }

    private static double at(List<Long> nanos, double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, (long) (sorted.length * share))] / 1e6;
    }
}
