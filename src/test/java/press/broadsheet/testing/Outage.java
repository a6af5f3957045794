package press.broadsheet.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;

/** As long as it is open, the database is away: connections are cut and new ones are refused. */
public final class Outage implements AutoCloseable {
    private static final String LET_IN = """
            do $$ begin
                execute format('alter database %%I connection limit %d', current_database());
            end $$""";

    private final AgroalDataSource database;
    /** The only connection there is, and the way back. */
    private final Connection operator;

    private Outage(AgroalDataSource database, Connection operator) {
        this.database = database;
        this.operator = operator;
    }

    public static Outage of(AgroalDataSource database) throws SQLException {
        Outage outage = new Outage(database, database.getConnection());
        outage.execute(LET_IN.formatted(0));
        outage.execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()""");
        return outage;
    }

    @Override
    public void close() throws SQLException {
        execute(LET_IN.formatted(-1));
        operator.close();
        // Those that were cut would fail whoever gets them next. Another thread drops them.
        database.flush(FlushMode.ALL);
        await().ignoreExceptions().until(this::everyConnectionWorks);
    }

    private boolean everyConnectionWorks() throws SQLException {
        int most = database.getConfiguration().connectionPoolConfiguration().maxSize();
        List<Connection> connections = new ArrayList<>();
        try {
            boolean works = true;
            while (works && connections.size() < most) {
                Connection connection = database.getConnection();
                connections.add(connection);
                works = connection.isValid(1);
            }
            return works;
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = operator.createStatement()) {
            statement.execute(sql);
        }
    }
}
