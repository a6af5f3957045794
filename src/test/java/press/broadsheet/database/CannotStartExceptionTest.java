package press.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** What PostgreSQL says is copied off the real programs. */
class CannotStartExceptionTest {
    private static final Path DIRECTORY = Path.of("/srv/news/data");

    @Test
    void a_full_disk_is_said_so() {
        assertThat(reason("""
                creating configuration files ... ok
                initdb: error: could not write file "/srv/news/data/cluster.unfinished/pg_hba.conf": No space left on device
                initdb: removing data directory "/srv/news/data/cluster.unfinished"
                """))
                .startsWith(
                        "There is no space left on the device of /srv/news/data (initdb: error: could not write file"
                                + " \"/srv/news/data/cluster.unfinished/pg_hba.conf\": No space left on device). Free some and start again, or");
    }

    @Test
    void a_missing_permission_is_said_so() {
        assertThat(CannotStartException.because(DIRECTORY, new AccessDeniedException("/srv/news/data/lock"))
                        .getMessage())
                .startsWith(
                        "The user '%s' may not use /srv/news/data as a database needs it (access to /srv/news/data/lock is denied)."
                                .formatted(System.getProperty("user.name")));
    }

    @Test
    void anything_else_is_told_in_the_words_of_postgresql() {
        assertThat(reason("PANIC:  could not locate a valid checkpoint record\n"))
                .isEqualTo("The embedded PostgreSQL cannot start in /srv/news/data."
                        + " It says: PANIC:  could not locate a valid checkpoint record");
    }

    private static String reason(String said) {
        return CannotStartException.because(DIRECTORY, new IOException(said)).getMessage();
    }
}
