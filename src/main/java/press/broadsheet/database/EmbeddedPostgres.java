package press.broadsheet.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.quarkus.runtime.configuration.RuntimeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL server of our own beside the application; its data is kept. When it ends by itself it is started again on the
 * same port, so the application sees a database that was away for a while. Why it is driven like this is told in
 * {@code src/docs/adr/0001-embedded-postgresql.md}.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);

    /** What a start may meet for a few seconds while the processes of a killed server go one by one. */
    private static final List<String> PASSING = List.of(
            "lock file \"postmaster.pid\" already exists",
            "pre-existing shared memory block",
            // Another process took the free port before the server did.
            "could not create any TCP/IP sockets");

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final Duration BEFORE_RESTART = Duration.ofSeconds(1);

    private final EmbeddedSettings settings;
    private final DataDirectory directory;
    private final ServerUser user;
    private final PostgresBinaries binaries;
    private final Cluster cluster;

    private int port;
    private volatile PostgresServer server;
    private volatile boolean stopping;

    private EmbeddedPostgres(EmbeddedSettings settings, DataDirectory directory) throws IOException {
        this.settings = settings;
        this.directory = directory;
        this.user = ServerUser.of(directory.path());
        this.binaries = PostgresBinaries.unpackedIn(cache());
        this.cluster = new Cluster(directory, binaries, user);
        cluster.makeUnlessPresent(settings.throwAway());
        this.server = launch();
        Thread supervisor = new Thread(this::supervise, "postgres");
        supervisor.setDaemon(true);
        supervisor.start();
    }

    /**
     * Starts the server if no other database is configured. The application would start it, too, as soon as it asks where its
     * database is; asked here, before it, what stands in the way is told in one paragraph and not in the middle of its log.
     *
     * @throws CannotStartException if it cannot
     */
    public static void startUnlessAnotherIsConfigured() {
        new SmallRyeConfigBuilder()
                .withCustomizers(new RuntimeConfigBuilder())
                .addDiscoveredSources()
                .build()
                .getOptionalValue(EmbeddedConfigSourceFactory.URL, String.class);
    }

    /**
     * Starts the server on its directory; the first time it makes the database, and after a crash it recovers.
     *
     * @throws CannotStartException if it cannot
     */
    static EmbeddedPostgres start(EmbeddedSettings settings) {
        try {
            DataDirectory directory = DataDirectory.claim(settings.directory());
            try {
                return new EmbeddedPostgres(settings, directory);
            } catch (IOException | RuntimeException failure) {
                directory.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw CannotStartException.because(settings.directory(), failure);
        }
    }

    int port() {
        return port;
    }

    /** Where a server that listens on this port is found. The way leads through this machine only and needs no encryption. */
    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, Cluster.NAME);
    }

    /** The programs are kept once per user, or beside the data where no home can be written or another user has to read it. */
    private Path cache() {
        Path home = Path.of(System.getProperty("user.home"));
        return user.isAnother() || !Files.isWritable(home)
                ? directory.path().resolve("postgresql")
                : home.resolve(".cache").resolve("broadsheet");
    }

    private PostgresServer launch() throws IOException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            cluster.stopLeftBehind();
            if (server == null) {
                port = settings.port() == 0 ? freePort() : settings.port();
            }
            try {
                return PostgresServer.start(
                        user.command(cluster.serverCommand(settings.serverArguments(port))), directory.path());
            } catch (IOException failure) {
                if (PASSING.stream().noneMatch(String.valueOf(failure.getMessage())::contains)
                        || System.nanoTime() > giveUp) {
                    throw failure;
                }
                pause(BETWEEN_TRIES);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void supervise() {
        server.followLog();
        while (!stopping) {
            LOG.error("PostgreSQL has ended by itself and is started again");
            server.stop();
            pause(BEFORE_RESTART);
            try {
                server = launch();
                server.followLog();
            } catch (IOException failure) {
                LOG.error(
                        CannotStartException.because(directory.path(), failure).getMessage());
            }
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the server and gives up its directory. */
    @Override
    public void close() {
        stopping = true;
        server.stop();
        directory.close();
    }
}
