package press.broadsheet.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A JVM of its own that runs an embedded database, writes a row, and waits to be killed. */
final class OtherProcess {
    private static final String READY = "ready on ";

    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static OtherProcess runningOn(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        OtherProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        OtherProcess other = new OtherProcess(process);
        other.awaitReady();
        return other;
    }

    private void awaitReady() throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The other process has ended");
        }
    }

    long pid() {
        return process.pid();
    }

    /** Kills the shell between the JVM and its server as well, so that nobody is left to stop the server. */
    void killWithItsGuard() throws InterruptedException {
        ProcessHandle guard = process.children().findFirst().orElseThrow();
        guard.destroyForcibly();
        guard.onExit().join();
        kill();
    }

    /** As {@code kill -9}: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String... arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(new EmbeddedSettings(directory, 0, false));
        try (Connection connection = DriverManager.getConnection(
                        EmbeddedPostgres.url(postgres.port()), Cluster.NAME, DataDirectory.passwordIn(directory));
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (what text)");
            statement.execute("insert into kept values ('a row')");
        }
        System.out.println(READY + postgres.port());
        Thread.sleep(Long.MAX_VALUE);
    }
}
