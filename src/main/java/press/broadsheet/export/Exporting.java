package press.broadsheet.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Streams all content out of one snapshot of the database, in constant memory: PostgreSQL makes the lines, and hands them over
 * by a cursor. A client that reads nothing for a minute loses its snapshot, since that holds up the clearing of old rows.
 */
@ApplicationScoped
class Exporting {
    private static final int AT_ONCE = 200;
    private static final int BUFFER = 1 << 16;

    private final DataSource database;

    Exporting(DataSource database) {
        this.database = database;
    }

    /**
     * Writes all lines.
     *
     * @throws IOException if the client goes away or the database does; the answer then ends without its proper end
     */
    void writeTo(OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
                // The first lines at once rather than the last ones early: plans that sort a whole table would not
                // begin in
                // the time that a statement has.
                statement.execute("set local cursor_tuple_fraction = 0.000001");
                for (String lines : ExportSql.ALL) {
                    write(lines, statement, buffered);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new IOException("the export ends early", failed);
        }
        buffered.flush();
    }

    private static void write(String lines, Statement statement, OutputStream out) throws SQLException, IOException {
        statement.execute("declare lines no scroll cursor for " + lines);
        boolean more = true;
        while (more) {
            more = false;
            try (ResultSet rows = statement.executeQuery("fetch forward " + AT_ONCE + " from lines")) {
                while (rows.next()) {
                    out.write(rows.getString(1).getBytes(UTF_8));
                    out.write('\n');
                    more = true;
                }
            }
        }
        statement.execute("close lines");
    }
}
