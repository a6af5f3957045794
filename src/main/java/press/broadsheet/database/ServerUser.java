package press.broadsheet.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user that PostgreSQL's programs run as. They refuse to run as root, since whoever takes over a database server should
 * not own the machine. So an ordinary user runs them as they are, and root runs them without being root: in a user namespace
 * of its own, where that is allowed (containers often forbid it), or else as another user, who then owns the directory.
 */
final class ServerUser {
    private static final List<String> ACCOUNTS = List.of("postgres", "nobody");

    private final List<String> prefix;
    private final Path directory;

    private ServerUser(List<String> prefix, Path directory) {
        this.prefix = prefix;
        this.directory = directory;
    }

    static ServerUser of(Path directory) throws IOException {
        // Not by the user's name, which a container's user need not have.
        if (uid(Path.of("/proc/self")) != 0) {
            return new ServerUser(List.of(), directory);
        }
        if (uid(directory) != 0) {
            ServerUser owner = owner(directory);
            if (!owner.reachesDirectory()) {
                throw CannotStartException.rootOnly(directory);
            }
            return owner;
        }
        ServerUser namespaced = new ServerUser(List.of("unshare", "-U"), directory);
        return namespaced.reachesDirectory() ? namespaced : handOver(directory);
    }

    private static ServerUser handOver(Path directory) throws IOException {
        ServerUser root = new ServerUser(List.of(), directory);
        for (String account : ACCOUNTS) {
            // With the colon the directory becomes the account's group's as well.
            if (root.succeeds("chown", "-R", account + ":", directory.toString())) {
                ServerUser owner = owner(directory);
                if (owner.reachesDirectory()) {
                    return owner;
                }
                root.run(List.of("chown", "-R", "root:", directory.toString()), "");
            }
        }
        throw CannotStartException.rootOnly(directory);
    }

    private static ServerUser owner(Path directory) throws IOException {
        return new ServerUser(
                List.of(
                        "setpriv",
                        "--reuid=" + uid(directory),
                        "--regid=" + Files.getAttribute(directory, "unix:gid"),
                        "--clear-groups"),
                directory);
    }

    private static int uid(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid");
    }

    /** Whether files of root's home, say, are out of reach. */
    boolean isAnother() {
        return prefix.contains("setpriv");
    }

    private boolean reachesDirectory() {
        return succeeds("test", "-w", directory.toString());
    }

    private boolean succeeds(String... command) {
        try {
            run(List.of(command), "");
            return true;
        } catch (IOException cannot) {
            return false;
        }
    }

    /** The command line that runs a command as this user. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /**
     * Runs a command to its end.
     *
     * @throws IOException if it cannot be run or fails; the message is what it said
     */
    void run(List<String> command, String input) throws IOException {
        Process process = new ProcessBuilder(command(command))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        write(input, process);
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + command.get(0) + " ran", interrupted);
        }
    }

    private static void write(String input, Process process) {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        } catch (IOException ended) {
            // It has ended already. Why, it says on its output.
        }
    }
}
