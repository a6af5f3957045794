package press.broadsheet.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/**
 * The directory that holds the embedded database: PostgreSQL's own files in {@code cluster}, the {@code password} that it
 * is entered with, and {@code lock}, which one running Broadsheet holds.
 */
final class DataDirectory implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DataDirectory.class);
    private static final String PASSWORD = "password";
    private static final int PASSWORD_BYTES = 24;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the directory if need be and locks it. The lock is the operating system's: it ends with this process, however
     * that ends.
     */
    static DataDirectory claim(Path path) throws IOException {
        create(path);
        FileChannel channel = FileChannel.open(path.resolve("lock"), CREATE, READ, WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            try (channel) {
                throw CannotStartException.inUse(path, read(channel).strip());
            }
        }
        channel.truncate(0);
        channel.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"));
        return new DataDirectory(path, channel);
    }

    private static void create(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path.getParent());
            try {
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (FileAlreadyExistsException exists) {
                throw new CannotStartException("%s is no directory, so no database can be kept in it.".formatted(path));
            }
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(32);
        channel.read(content, 0);
        return UTF_8.decode(content.flip()).toString();
    }

    Path path() {
        return path;
    }

    Path cluster() {
        return path.resolve("cluster");
    }

    Path passwordFile() {
        return path.resolve(PASSWORD);
    }

    /** The password that the first start made for the directory's database. */
    static String passwordIn(Path directory) throws IOException {
        return Files.readString(directory.resolve(PASSWORD));
    }

    /** Makes a password, readable for its owner only, unless an earlier start has made one. */
    void makePassword() throws IOException {
        if (Files.exists(passwordFile())) {
            return;
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Path written = Files.createTempFile(path, "password", null);
        Files.writeString(written, HexFormat.of().formatHex(random), StandardOpenOption.SYNC);
        // Where PostgreSQL runs as the directory's owner and Broadsheet as root, that owner has to read it.
        Files.setOwner(written, Files.getOwner(path));
        Files.move(written, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives up the directory. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            LOG.warnf(failure, "The lock on %s could not be given up", path);
        }
    }

    static void deleteRecursively(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
