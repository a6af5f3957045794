package press.broadsheet.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The embedded database cannot start. The message is a paragraph for whoever starts Broadsheet: what is wrong, what to do. */
public final class CannotStartException extends RuntimeException {
    private static final String ELSEWHERE = "or choose another place with BROADSHEET_DATABASE_DIRECTORY";
    private static final String OWN_DATABASE = "or use a PostgreSQL of your own: QUARKUS_DATASOURCE_JDBC_URL,"
            + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD";
    private static final Pattern OTHER_MAJOR = Pattern.compile(
            "initialized by PostgreSQL version (\\S+), which is not compatible with this version (\\S+?)\\.?\\s");

    CannotStartException(String message) {
        super(message);
    }

    static CannotStartException inUse(Path directory, String process) {
        return new CannotStartException(
                "The database in %s is in use by another Broadsheet, process %s. Stop that one first, %s."
                        .formatted(directory, process, ELSEWHERE));
    }

    static CannotStartException unsupported(String platform) {
        return new CannotStartException(
                "There is no embedded PostgreSQL for this platform (%s) in this build. Add it to the build, %s."
                        .formatted(platform, OWN_DATABASE));
    }

    static CannotStartException rootOnly(Path directory) {
        return new CannotStartException(
                "PostgreSQL refuses to run as root, and here it can neither run in a user namespace ('unshare -U') nor as"
                        + " another user who reaches %s ('setpriv'). Start Broadsheet as an ordinary user, %s, %s."
                                .formatted(directory, ELSEWHERE, OWN_DATABASE));
    }

    /**
     * Reads the reason out of what the system or PostgreSQL said.
     *
     * @param place what was being written or started: the data directory or the folder of the programs
     */
    static CannotStartException because(Path place, IOException failure) {
        String said = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        Matcher full = lineWith("No space left on device|Disk quota exceeded", said);
        if (full.find()) {
            return new CannotStartException(
                    "There is no space left on the device of %s (%s). Free some and start again, %s. Nothing that was stored is lost."
                            .formatted(place, full.group().strip(), ELSEWHERE));
        }
        Matcher denied = lineWith("Permission denied|Read-only file system", said);
        if (denied.find() || failure instanceof AccessDeniedException) {
            return new CannotStartException(
                    "The user '%s' may not use %s as a database needs it (%s). Give it to that user, %s."
                            .formatted(
                                    System.getProperty("user.name"),
                                    place,
                                    denied.reset().find() ? denied.group().strip() : "access to " + said + " is denied",
                                    ELSEWHERE));
        }
        Matcher major = OTHER_MAJOR.matcher(said);
        if (major.find()) {
            return new CannotStartException(
                    "The database in %s was made by PostgreSQL %s, and this is PostgreSQL %s. Dump it with the release of Broadsheet that made it, move it away, start this one and restore the dump, %s."
                            .formatted(place, major.group(1), major.group(2), ELSEWHERE));
        }
        return new CannotStartException(
                "The embedded PostgreSQL cannot start in %s. It says: %s".formatted(place, said.strip()));
    }

    private static Matcher lineWith(String words, String said) {
        return Pattern.compile("(?m)^.*(?:" + words + ").*$").matcher(said);
    }
}
