package press.broadsheet.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** An HTTP server that somebody else wrote: it does to each path what it is told, bad things too. One request a connection. */
public final class Receiver implements AutoCloseable {
    /** What was received. Names of headers are in lower case. */
    public record Request(String method, String target, Map<String, String> headers, String body, long nanos) {
        public String header(String name) {
            return headers.get(name);
        }
    }

    /** Does something to a connection, after which it is closed. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Request request, Socket connection) throws IOException, InterruptedException;
    }

    /** As long as it is open. */
    public static final Behaviour HANG = (request, connection) -> new CompletableFuture<>().join();

    /** One byte of an answer every tenth of a second, without end. */
    public static final Behaviour DRIP = (request, connection) -> {
        write(connection, "HTTP/1.1 200 OK\r\n");
        while (true) {
            write(connection, "x");
            TimeUnit.MILLISECONDS.sleep(100);
        }
    };

    /** A head at once, then a body as slow as that. */
    public static final Behaviour DRIP_BODY = (request, connection) -> {
        write(connection, "HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n");
        while (true) {
            write(connection, "x");
            TimeUnit.MILLISECONDS.sleep(100);
        }
    };

    /** More than anybody wants to read. */
    public static final Behaviour FLOOD = (request, connection) -> {
        write(connection, "HTTP/1.1 200 OK\r\ncontent-length: 100000000\r\n\r\n");
        for (int megabyte = 0; megabyte < 100; megabyte++) {
            write(connection, "x".repeat(1_000_000));
        }
    };

    /** A TCP reset instead of an answer. */
    public static final Behaviour RESET = (request, connection) -> connection.setSoLinger(true, 0);

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "receiver");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private Receiver(ServerSocket server) {
        this.server = server;
        threads.execute(this::accept);
    }

    /** On any free port of an address of this machine. */
    public static Receiver at(String address) {
        return at(address, 0, ServerSocketFactory.getDefault());
    }

    public static Receiver at(String address, int port, ServerSocketFactory sockets) {
        try {
            return new Receiver(sockets.createServerSocket(port, 50, InetAddress.getByName(address)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A status and headers, each as a line. */
    public static Behaviour answering(int status, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return (request, connection) ->
                write(connection, "HTTP/1.1 %d It Is\r\n%scontent-length: 2\r\n\r\nok".formatted(status, lines));
    }

    /** From now on at a path; where nothing was said the answer is 204. */
    public Receiver does(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** What came to a path so far. */
    public List<Request> requestsTo(String path) {
        return requests.stream()
                .filter(request -> request.target().equals(path))
                .toList();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                open.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException closed) {
            // That is how it ends.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            Request request = read(new BufferedInputStream(connection.getInputStream()));
            requests.add(request);
            behaviours.getOrDefault(request.target(), answering(204)).answer(request, connection);
        } catch (InterruptedException | IOException gone) {
            // The other side had enough of it.
        }
    }

    private static Request read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(": ?", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(first[0], first[1], headers, new String(body, StandardCharsets.UTF_8), System.nanoTime());
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new SocketException("no request");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
