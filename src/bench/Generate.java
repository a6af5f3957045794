import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the empty database of a running Broadsheet with synthetic content ({@code content.sql}): {@code Generate <url>
 * <articles>}, the password in {@code PGPASSWORD}. Meant for databases that are thrown away: a run cut short leaves one without
 * its indexes.
 */
class Generate {
    private static final Path CONTENT = Path.of("src/bench/content.sql");

    /** Checked at once in the end instead of row by row: made anew as they were. */
    private static final String FOREIGN_KEYS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint
            where contype = 'f' and connamespace = 'public'::regnamespace""";

    private static final String INDEXES = """
            select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            from pg_index
            where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
              and not exists (select from pg_constraint where conindid = indexrelid)""";

    /**
     * They would look up the article's instant once for each of its links, and make its vector anew with each part; the generator fills
     * both in itself. Its own tables' owner
     * may disable them, whereas session_replication_role would take a superuser, whom the embedded database does not let in.
     */
    private static final String TRIGGERS = """
            select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
                   format('alter table %s enable trigger %I', tgrelid::regclass, tgname)
            from pg_trigger
            where not tgisinternal
              and (tgname in ('article_tag_publication', 'article_author_publication')
                   or starts_with(tgname, 'article_search_') or starts_with(tgname, 'search_learn_'))""";

    private final Statement database;

    private Generate(Statement database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection =
                        DriverManager.getConnection(arguments[0], "broadsheet", System.getenv("PGPASSWORD"));
                Statement statement = connection.createStatement()) {
            new Generate(statement).generate(Integer.parseInt(arguments[1]));
        }
    }

    private void generate(int articles) throws SQLException, IOException {
        database.execute("set synchronous_commit = off");
        database.execute("set maintenance_work_mem = '256MB'");
        database.execute("set work_mem = '64MB'");
        database.execute("set bench.articles = " + articles);

        List<String> restoring = new ArrayList<>();
        restoring.addAll(drop(FOREIGN_KEYS));
        restoring.addAll(drop(TRIGGERS));
        restoring.addAll(0, drop(INDEXES));
        for (String statement : Files.readString(CONTENT, UTF_8).split(";\\s*\n\\s*(\n|$)")) {
            run(statement);
        }
        // As at night; before the indexes are made, which then is done at once.
        run("analyze");
        run("call refresh_likeness()");
        for (String statement : restoring) {
            run(statement);
        }
        run("vacuum (analyze)");
    }

    /** Drops what a query names and returns the statements that bring it back. */
    private List<String> drop(String query) throws SQLException {
        List<String> dropping = new ArrayList<>();
        List<String> restoring = new ArrayList<>();
        try (ResultSet found = database.executeQuery(query)) {
            while (found.next()) {
                dropping.add(found.getString(1));
                restoring.add(found.getString(2));
            }
        }
        for (String statement : dropping) {
            database.execute(statement);
        }
        return restoring;
    }

    private void run(String statement) throws SQLException {
        long start = System.nanoTime();
        database.execute(statement);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (seconds >= 1) {
            String first = statement.replaceAll("(?m)^--.*\n", "").strip().lines().findFirst().orElse("");
            System.err.printf("%6.1f s  %s%n", seconds, first);
        }
    }
}
