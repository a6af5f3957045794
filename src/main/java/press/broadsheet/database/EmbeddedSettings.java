package press.broadsheet.database;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.sun.management.OperatingSystemMXBean;

/**
 * How the embedded database is set up; see the keys in {@code application.properties}.
 *
 * @param directory where its data is kept
 * @param port where it listens on the loopback interface; 0 for any free one
 * @param throwAway for tests: starts empty, is not synced to the disk, and is stopped without waiting for the application
 */
record EmbeddedSettings(Path directory, int port, boolean throwAway) {
    private static final String PREFIX = "broadsheet.database.";

    /**
     * Where PostgreSQL's own defaults do not fit. They stand on the server's command line rather than in its files, so an
     * upgrade brings new ones, and the operator's {@code postgresql.conf} stays the operator's for everything else.
     */
    private static final List<String> SERVER = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            // Two nodes of one machine and tools beside them.
            "max_connections=60",
            "shared_buffers=" + sharedBuffers() + "MB",
            // An acknowledged write is on the disk. It is the default; here it is a promise.
            "synchronous_commit=on",
            // After a checkpoint whole pages are logged: less to write and sync for little work of the processor.
            "wal_compression=on",
            // A random read costs little more than the next one since disks do not turn any more.
            "random_page_cost=1.1",
            // Many readers at once are served best by one core each; and a container's /dev/shm is too small for the
            // other way.
            "max_parallel_workers_per_gather=0",
            // Compiling pays for queries of seconds; ours take milliseconds.
            "jit=off",
            // Where the time goes can be asked at any moment: select * from pg_stat_statements.
            "shared_preload_libraries=pg_stat_statements",
            // Its log becomes part of ours, which has the time of day.
            "log_line_prefix=",
            "log_checkpoints=off",
            "lc_messages=C",
            "timezone=UTC");

    /** What makes data safe against a loss of power is most of a small write's time. */
    private static final List<String> THROW_AWAY_SERVER = List.of("fsync=off", "full_page_writes=off");

    static EmbeddedSettings read(Function<String, Optional<String>> configured) {
        String port = configured.apply(PREFIX + "port").orElse("0");
        if (!port.matches("\\d{1,5}")) {
            throw new CannotStartException("%sport is '%s', which is no port number.".formatted(PREFIX, port));
        }
        String directory = configured.apply(PREFIX + "directory").orElse("data");
        return new EmbeddedSettings(
                Path.of(directory).toAbsolutePath().normalize(),
                Integer.parseInt(port),
                configured
                        .apply(PREFIX + "throw-away")
                        .map(Boolean::parseBoolean)
                        .orElse(false));
    }

    /**
     * An eighth of the memory, of the container where there is one: half of what is usual for a server of its own, since the
     * application stands beside it. Pages are taken as they are needed, so a small archive takes little of a large share.
     * Reading a page from the system instead takes several times as long.
     */
    private static long sharedBuffers() {
        long memory = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() >> 20;
        return Math.min(2048, Math.max(128, memory / 8));
    }

    /** The server's settings as arguments of its command line. */
    List<String> serverArguments(int listeningOn) {
        List<String> arguments = new ArrayList<>(List.of("-c", "port=" + listeningOn));
        SERVER.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        if (throwAway) {
            THROW_AWAY_SERVER.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        }
        return arguments;
    }
}
