package press.broadsheet.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

/**
 * One run of the server, from its start until the last of its processes is gone.
 *
 * <p>Between this process and the server stands a shell that waits for the end of its input. The pipe ends when it is closed
 * here, and also when this process is killed: so the server never outlives the application, except where the shell is killed
 * as well. Both are put into a session of their own, since Ctrl-C in a terminal reaches every process of the terminal's
 * group, and the database has to stop after the application, not with it.
 */
final class PostgresServer {
    private static final Logger LOG = Logger.getLogger(PostgresServer.class);
    private static final String GUARD = """
            "$@" </dev/null &
            exec >/dev/null 2>&1
            read -r stop
            kill -INT $!
            wait
            """;
    private static final String READY = "database system is ready to accept connections";
    private static final int SECONDS_TO_STOP = 60;

    private final Process guard;
    private final BufferedReader log;

    private PostgresServer(Process guard) {
        this.guard = guard;
        this.log = guard.inputReader();
    }

    /**
     * Starts the server and returns when it takes connections, which after a crash is after its recovery.
     *
     * @param directory one that the server's user can reach, unlike, perhaps, the one that this process was started in
     * @throws IOException if it ends instead; the message is what it said
     */
    static PostgresServer start(List<String> command, Path directory) throws IOException {
        List<String> guarded = new ArrayList<>(List.of("setsid", "sh", "-c", GUARD, "postgres-guard"));
        guarded.addAll(command);
        PostgresServer server = new PostgresServer(new ProcessBuilder(guarded)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start());
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            forward(line);
            if (line.contains(READY)) {
                return;
            }
            said.append(line).append('\n');
        }
        stop();
        throw new IOException(said.toString());
    }

    /** Writes what the server says into the application's log until the last of its processes is gone. */
    void followLog() {
        try {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                forward(line);
            }
        } catch (IOException closed) {
            LOG.debug("The log of PostgreSQL has ended", closed);
        }
    }

    /** The errors of statements and sessions are the application's to judge: it gets them as exceptions. */
    private static void forward(String line) {
        if (line.startsWith("PANIC")) {
            LOG.error(line);
        } else if (line.startsWith("WARNING")) {
            LOG.warn(line);
        } else {
            LOG.debug(line);
        }
    }

    /** Stops the server: running transactions are rolled back, everything committed is on the disk. */
    void stop() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("PostgreSQL takes long to stop and is left to it");
            }
        } catch (IOException gone) {
            LOG.debug("PostgreSQL was gone before it was stopped", gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
