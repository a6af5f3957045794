package press.broadsheet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code postmaster.pid}, by which a PostgreSQL server says that it runs on a cluster: the number of its process stands in
 * the first line. After a crash it may be stale, and its number may meanwhile be another process's.
 */
record PostmasterFile(Path cluster) {
    /** The process in the file, if it is indeed a PostgreSQL server that runs on this cluster. */
    Optional<ProcessHandle> server() throws IOException {
        return process().filter(this::runsOnCluster);
    }

    /**
     * Removes a file whose number is another process's by now: PostgreSQL would take that process for a server and refuse to
     * start. A number of no process it copes with itself, and better, since it looks for left-behind children first.
     */
    void removeIfMistaken() throws IOException {
        if (process().isPresent() && server().isEmpty()) {
            Files.deleteIfExists(path());
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(path())) {
            return Optional.empty();
        }
        return Files.readAllLines(path()).stream()
                .findFirst()
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
    }

    private boolean runsOnCluster(ProcessHandle process) {
        String commandLine = process.info().commandLine().orElse("");
        return commandLine.contains("/bin/postgres ") && commandLine.contains(cluster.toString());
    }

    private Path path() {
        return cluster.resolve("postmaster.pid");
    }
}
