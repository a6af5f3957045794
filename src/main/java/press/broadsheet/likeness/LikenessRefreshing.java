package press.broadsheet.likeness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Keys;

/**
 * Counts the words of all articles at night, and by day when the archive has doubled, as it does at first and in bulk loads:
 * a counter that every write touched would make writes wait for each other.
 */
@ApplicationScoped
public class LikenessRefreshing {
    private static final Logger LOG = Logger.getLogger(LikenessRefreshing.class);

    /** Below this, a count changes little and would follow every article. */
    private static final int LEAST_GROWTH = 5;

    private final DataSource database;
    private final Session session;
    private final Likeness likeness;
    private final ChangeLog changes;

    LikenessRefreshing(DataSource database, Session session, Likeness likeness, ChangeLog changes) {
        this.database = database;
        this.session = session;
        this.likeness = likeness;
        this.changes = changes;
    }

    @Scheduled(
            every = "{broadsheet.likeness.growth-check}",
            delayed = "10s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void afterGrowth() {
        int taken = likeness.takenSince();
        long counted = QuarkusTransaction.requiringNew().call(this::counted);
        if (taken >= Math.max(LEAST_GROWTH, counted) || (counted == 0 && hasArticles())) {
            refresh();
        } else {
            likeness.stillTaken(taken);
        }
    }

    @Scheduled(cron = "{broadsheet.likeness.nightly}", concurrentExecution = ConcurrentExecution.SKIP)
    void atNight() {
        refresh();
    }

    /** Counts the words of all articles, and weighs those anew that were weighed in an archive less than half as large. */
    public void refresh() {
        try {
            if (counted(database)) {
                QuarkusTransaction.requiringNew()
                        .run(() -> changes.append(Change.of(ChangeKind.UPDATE, "likeness", null, null)
                                .touching(Set.of(Keys.ARTICLES))));
            }
        } catch (SQLException failed) {
            // The lists go on with the last count; the next round tries again.
            LOG.warn("The words of the articles could not be counted", failed);
        }
    }

    /** False if another node is counting. Takes as long as it takes: no deadline of ordinary statements holds here. */
    private static boolean counted(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            int deadline = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            try {
                statement.execute("set statement_timeout = 0");
                if (!isAlone(statement)) {
                    return false;
                }
                statement.execute("call refresh_likeness()");
                return true;
            } finally {
                statement.execute("select pg_advisory_unlock_all()");
                statement.execute("reset statement_timeout");
                connection.setNetworkTimeout(Runnable::run, deadline);
            }
        }
    }

    private static boolean isAlone(Statement statement) throws SQLException {
        try (ResultSet lock = statement.executeQuery("select pg_try_advisory_lock(7230003)")) {
            return lock.next() && lock.getBoolean(1);
        }
    }

    private long counted() {
        return session.createNativeQuery("select coalesce(sum(articles), 0) from corpus", Long.class)
                .getSingleResult();
    }

    private boolean hasArticles() {
        return QuarkusTransaction.requiringNew().call(() -> session.createNativeQuery(
                        "select exists (select from article where state = 'published')", Boolean.class)
                .getSingleResult());
    }
}
