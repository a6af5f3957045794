package press.broadsheet.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The tables behind the API, for what it does not show or let happen. */
@ApplicationScoped
class Tables {
    private static final String DEADLOCK = "40P01";
    private static final int MOST_ATTEMPTS = 5;

    private final DataSource database;

    Tables(DataSource database) {
        this.database = database;
    }

    /** The application goes on working beside a test: where both wait for each other, PostgreSQL may choose this one to try again. */
    void change(String statement) {
        for (int attempt = 1; !changed(statement, attempt); attempt++) {
            // As often as it takes, within the bounds of changed.
        }
    }

    private boolean changed(String statement, int attempt) {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
            return true;
        } catch (SQLException failed) {
            if (attempt == MOST_ATTEMPTS || !DEADLOCK.equals(failed.getSQLState())) {
                throw new IllegalStateException(statement, failed);
            }
            return false;
        }
    }

    List<List<?>> rows(String query) {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet result = sql.executeQuery(query)) {
            List<List<?>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    private static List<?> row(ResultSet result) throws SQLException {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            row.add(result.getObject(column));
        }
        return row;
    }
}
