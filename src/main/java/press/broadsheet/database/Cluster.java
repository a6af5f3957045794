package press.broadsheet.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

/** PostgreSQL's own files in the data directory: made once, kept from then on. */
final class Cluster {
    /** The role and the database that Broadsheet uses; the role is no superuser. */
    static final String NAME = "broadsheet";

    private static final Logger LOG = Logger.getLogger(Cluster.class);

    private final DataDirectory directory;
    private final PostgresBinaries binaries;
    private final ServerUser user;

    Cluster(DataDirectory directory, PostgresBinaries binaries, ServerUser user) {
        this.directory = directory;
        this.binaries = binaries;
        this.user = user;
    }

    /** Makes the cluster beside its place and moves it there when it is whole, so that a start cut short leaves none. */
    void makeUnlessPresent(boolean throwAway) throws IOException {
        if (throwAway) {
            stopLeftBehind();
            DataDirectory.deleteRecursively(directory.cluster());
        }
        if (Files.exists(directory.cluster())) {
            return;
        }
        LOG.infof("Making a new database in %s", directory.path());
        directory.makePassword();
        Path unfinished = directory.path().resolve("cluster.unfinished");
        DataDirectory.deleteRecursively(unfinished);
        initialise(unfinished, throwAway);
        makeDatabase(unfinished);
        Files.move(unfinished, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(directory.path(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    private void initialise(Path place, boolean throwAway) throws IOException {
        List<String> initdb = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + place,
                "--username=postgres",
                "--pwfile=" + directory.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // PostgreSQL's own rules: text sorts the same on every machine and after every upgrade of the system.
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions"));
        if (throwAway) {
            initdb.add("--no-sync");
        }
        user.run(initdb, "");
    }

    /** Without a server: in its single-user mode PostgreSQL takes statements from standard input. */
    private void makeDatabase(Path place) throws IOException {
        user.run(
                List.of(
                        binaries.program("postgres"),
                        "--single",
                        // An empty line ends a statement, and the first error ends it all.
                        "-j",
                        "-c",
                        "exit_on_error=on",
                        "-D",
                        place.toString(),
                        "template1"),
                """
                create extension pg_stat_statements;

                create role %1$s login password '%2$s' in role pg_monitor;

                create database %1$s owner %1$s;

                """.formatted(NAME, DataDirectory.passwordIn(directory.path())));
    }

    /** The command line of a server on this cluster. */
    List<String> serverCommand(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(binaries.program("postgres"), "-D", directory.cluster().toString()));
        command.addAll(arguments);
        return command;
    }

    /**
     * Stops a server that still runs on the cluster although the Broadsheet that started it is gone (which is sure, since
     * this one holds the lock): first in order, then, if it will not, at once, which costs a recovery but no data.
     */
    void stopLeftBehind() throws IOException {
        PostmasterFile postmaster = new PostmasterFile(directory.cluster());
        Optional<ProcessHandle> server = postmaster.server();
        if (server.isEmpty()) {
            postmaster.removeIfMistaken();
            return;
        }
        LOG.warnf(
                "Stopping the PostgreSQL that an earlier Broadsheet left behind (process %d)",
                server.get().pid());
        try {
            stop("fast");
        } catch (IOException unwilling) {
            if (postmaster.server().isPresent()) {
                stop("immediate");
            }
        }
    }

    private void stop(String mode) throws IOException {
        user.run(
                List.of(
                        binaries.program("pg_ctl"),
                        "stop",
                        "--silent",
                        "--pgdata=" + directory.cluster(),
                        "--mode=" + mode,
                        "--timeout=10"),
                "");
    }
}
