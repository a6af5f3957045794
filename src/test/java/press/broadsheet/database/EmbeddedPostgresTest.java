package press.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the real server, each time on a directory of its own; most tests copy theirs, which is faster than making it. */
class EmbeddedPostgresTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path shared;

    @TempDir
    Path temporary;

    @BeforeAll
    static void make_the_database_that_others_copy() {
        EmbeddedPostgres.start(new EmbeddedSettings(shared.resolve("data"), 0, false))
                .close();
    }

    @BeforeEach
    void copy_the_database() throws Exception {
        int status = new ProcessBuilder(
                        "cp",
                        "-a",
                        shared.resolve("data").toString(),
                        directory().toString())
                .start()
                .waitFor();
        assertThat(status).isZero();
    }

    @Test
    void what_was_stored_is_there_after_a_restart() throws Exception {
        try (EmbeddedPostgres first = start()) {
            ask(first, "create table kept (what text)");
            ask(first, "insert into kept values ('a row')");
        }
        assertThat(postmasters()).isEmpty();

        try (EmbeddedPostgres second = start()) {
            assertThat(ask(second, "select what from kept")).isEqualTo("a row");
        }
    }

    @Test
    void the_database_is_safe_by_default_and_the_role_is_no_superuser() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(ask(postgres, "select count(*) >= 0 from pg_stat_statements"))
                    .isEqualTo("t");
        }
        assertThat(Files.getPosixFilePermissions(directory().resolve("password")))
                .hasSize(2);
    }

    @Test
    void a_second_instance_on_the_same_directory_is_told_who_has_it() throws Exception {
        OtherProcess other = OtherProcess.runningOn(directory());
        try {
            assertThatThrownBy(this::start)
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining(directory().toString())
                    .hasMessageContaining("process " + other.pid());
        } finally {
            other.kill();
        }
    }

    @Test
    void a_killed_application_leaves_its_rows_and_no_server() throws Exception {
        OtherProcess killed = OtherProcess.runningOn(directory());
        killed.kill();

        await().atMost(PATIENCE).until(() -> postmasters().isEmpty());
        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "select what from kept")).isEqualTo("a row");
        }
    }

    @Test
    void a_server_that_was_left_behind_is_replaced() throws Exception {
        OtherProcess killed = OtherProcess.runningOn(directory());
        killed.killWithItsGuard();
        List<Long> leftBehind = postmasters();
        assertThat(leftBehind).hasSize(1);

        try (EmbeddedPostgres postgres = start()) {
            // A child that was just forked looks like its parent for a moment.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(postmasters()).hasSize(1).doesNotContainAnyElementsOf(leftBehind));
            assertThat(ask(postgres, "select what from kept")).isEqualTo("a row");
        }
    }

    @Test
    void a_server_that_was_killed_comes_back_on_the_same_port() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            ask(postgres, "create table kept (what text)");
            ask(postgres, "insert into kept values ('a row')");
            ProcessHandle.of(postmasters().get(0)).orElseThrow().destroyForcibly();

            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() ->
                            assertThat(ask(postgres, "select what from kept")).isEqualTo("a row"));
        }
    }

    @Test
    void a_stale_file_with_the_number_of_another_process_does_not_stop_a_start() throws Exception {
        Path postmasterFile = directory().resolve("cluster").resolve("postmaster.pid");
        Files.writeString(
                postmasterFile,
                ProcessHandle.current().pid() + "\n" + directory().resolve("cluster") + "\n");

        start().close();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void a_first_start_that_was_cut_short_is_begun_again() throws Exception {
        Files.move(directory().resolve("cluster"), directory().resolve("cluster.unfinished"));

        try (EmbeddedPostgres postgres = start()) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
        assertThat(directory().resolve("cluster.unfinished")).doesNotExist();
    }

    @Test
    void data_of_another_major_version_is_left_alone_and_said_so() throws Exception {
        Files.writeString(directory().resolve("cluster").resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStartException.class)
                .hasMessageStartingWith(
                        "The database in " + directory() + " was made by PostgreSQL 17, and this is PostgreSQL 18");
    }

    @Test
    void a_file_in_the_place_of_the_directory_is_said_so() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(new EmbeddedSettings(file, 0, false)))
                .isInstanceOf(CannotStartException.class)
                .hasMessage(file + " is no directory, so no database can be kept in it.");
    }

    @Test
    void a_database_to_be_thrown_away_starts_empty() throws Exception {
        EmbeddedSettings throwAway = new EmbeddedSettings(directory(), 0, true);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(throwAway)) {
            ask(postgres, "create table kept (what text)");
            assertThat(ask(postgres, "show fsync")).isEqualTo("off");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(throwAway)) {
            assertThat(ask(postgres, "select to_regclass('kept')")).isNull();
        }
    }

    private Path directory() {
        return temporary.resolve("data");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(new EmbeddedSettings(directory(), 0, false));
    }

    private String ask(EmbeddedPostgres postgres, String sql) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(
                        EmbeddedPostgres.url(postgres.port()), Cluster.NAME, DataDirectory.passwordIn(directory()));
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return null;
            }
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }

    /** The servers that run on the directory; a server's own children do not carry its command line. */
    private List<Long> postmasters() {
        String cluster = directory().resolve("cluster").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("/bin/postgres -D " + cluster))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .map(ProcessHandle::pid)
                .toList();
    }
}
