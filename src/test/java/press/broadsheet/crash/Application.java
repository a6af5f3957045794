package press.broadsheet.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The application as it is shipped: a process of its own with the database that it brings, on any free ports. Whatever it
 * started is gone after {@link #close()}, and if these tests are stopped before that.
 */
final class Application implements AutoCloseable {
    static final String KEY = "bs_crash_0123456789abcdef0123456789abcdef";

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path LOG = Path.of("target", "crash.log");
    /** In the operator's file of the server: each commit pauses for so many microseconds before it is on the disk. */
    private static final String SLOW_COMMITS = "%ncommit_delay = 30000%ncommit_siblings = 0%n".formatted();

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration DEATH = Duration.ofSeconds(2);

    private final Path directory;
    private final Map<String, String> database;
    private Process process;
    private volatile int port;
    private int databasePort;

    private Application(Path directory, Map<String, String> database) {
        this.directory = directory;
        this.database = database;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Starts it on a directory, and returns when it is ready. */
    static Application on(Path directory) {
        Application application = new Application(directory, Map.of());
        application.start();
        application.holdUpCommits();
        return application;
    }

    /** Starts another node on the database of this one. */
    Application another() throws IOException {
        Application application = new Application(
                directory,
                Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", url(),
                        "QUARKUS_DATASOURCE_USERNAME", "broadsheet",
                        "QUARKUS_DATASOURCE_PASSWORD", password()));
        application.start();
        return application;
    }

    /** So that many a kill falls between two commits, should there be two where there must be one. */
    private void holdUpCommits() {
        Path cluster = directory.resolve("data").resolve("cluster");
        try {
            Files.writeString(cluster.resolve("postgresql.conf"), SLOW_COMMITS, StandardOpenOption.APPEND);
            String server =
                    Files.readAllLines(cluster.resolve("postmaster.pid")).get(0);
            new ProcessBuilder("kill", "-HUP", server).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private void start() {
        port = freePort();
        databasePort = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-jar",
                JAR.toAbsolutePath().toString());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(port),
                        "BROADSHEET_DATABASE_DIRECTORY",
                        directory.resolve("data").toString(),
                        "BROADSHEET_DATABASE_PORT",
                        String.valueOf(databasePort),
                        "BROADSHEET_BOOTSTRAP_KEY",
                        KEY,
                        // Eight writers with one key, as fast as they can.
                        "BROADSHEET_LIMITS_KEY",
                        "1000000",
                        "BROADSHEET_LIMITS_VIEWS",
                        "1000000",
                        "BROADSHEET_LIMITS_REACTIONS",
                        "1000000",
                        "BROADSHEET_DEMO",
                        "false"));
        builder.environment().putAll(database);
        try {
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        awaitReady();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where a path is found, until the next start. */
    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Readiness.at(at("/q/health/ready"))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The application did not become ready; see " + LOG);
            }
            pause(BETWEEN_LOOKS);
        }
    }

    /** As {@code kill -9}: no shutdown hook runs, no connection is ended, nothing is flushed. */
    void kill(Victim victim) {
        // The database's server and its sessions, and the shell that would stop it in order.
        List<ProcessHandle> database = process.descendants().toList();
        if (victim != Victim.API) {
            database.forEach(ProcessHandle::destroyForcibly);
            awaitDeath(database);
        }
        if (victim != Victim.DATABASE) {
            process.destroyForcibly();
            awaitEnd();
        }
    }

    /** Stops the process where it stands, or lets it go on: it knows nothing of the time between. */
    void signal(String signal) {
        try {
            int status = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -%s ended with %d".formatted(signal, status));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Tells it to stop, and waits until it has. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The application did not end; see " + LOG);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** A killed process whose parent does not ask for it counts as alive: then this only waits. */
    private static void awaitDeath(List<ProcessHandle> victims) {
        long end = System.nanoTime() + DEATH.toNanos();
        while (victims.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            pause(BETWEEN_LOOKS);
        }
    }

    /** Starts the application if it is not running, and waits for the database, which it starts again by itself. */
    void recover() {
        if (process.isAlive()) {
            awaitReady();
        } else {
            start();
        }
    }

    /** To the database, beside the application. */
    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(url(), "broadsheet", password());
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d/broadsheet?sslmode=disable".formatted(databasePort);
    }

    private String password() throws IOException {
        return Files.readString(directory.resolve("data").resolve("password"));
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill(Victim.API_AND_DATABASE);
        }
    }

    /** What is killed. The database ends in order where the application alone is killed: its shell sees to that. */
    enum Victim {
        API,
        API_AND_DATABASE,
        DATABASE
    }
}
