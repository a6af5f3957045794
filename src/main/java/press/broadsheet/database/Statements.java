package press.broadsheet.database;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;

/**
 * Counts the SQL statements that a piece of work sends to the database, and the time that they take:
 *
 * <pre>{@code
 * try (Statements statements = Statements.begin()) {
 *     …
 *     response.putHeader("Server-Timing", statements.serverTiming());
 * }
 * }</pre>
 *
 * <p>Counted is what reaches the database's driver, whoever sent it: Hibernate, native queries and plain JDBC alike; a batch
 * is one statement, since it is one journey. Beginning and ending transactions does not count. The work is that of one
 * request on whatever threads serve it (Vert.x's duplicated context), and elsewhere that of the calling thread. Within it a
 * part can be counted on its own: what it sends counts for the whole as well.
 */
public final class Statements implements AutoCloseable {
    /** What {@link #serverTiming()} says of work that sends none, and so need not be counted. */
    public static final String NONE = "db;desc=\"0 statements\";dur=0.0";

    private static final ThreadLocal<Statements> OF_THREAD = new ThreadLocal<>();

    private final Statements around;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    private Statements(Statements around) {
        this.around = around;
    }

    /** Counts from now on, until it is closed. */
    public static Statements begin() {
        Statements statements = new Statements(current());
        makeCurrent(statements);
        return statements;
    }

    /** How many statements were sent so far. */
    public int count() {
        return count.get();
    }

    /** How long the database and the way there and back took so far, without the reading of further rows. */
    public Duration time() {
        return Duration.ofNanos(nanos.get());
    }

    /** The same as a metric of the {@code Server-Timing} header, in milliseconds: {@code db;desc="4 statements";dur=1.9}. */
    public String serverTiming() {
        return String.format(
                Locale.ROOT,
                "db;desc=\"%d statement%s\";dur=%.1f",
                count(),
                count() == 1 ? "" : "s",
                nanos.get() / 1e6);
    }

    /** Ends the counting; the numbers stay. */
    @Override
    public void close() {
        makeCurrent(around);
    }

    /** A statement was sent from here and has been answered. */
    static void answered(long nanos) {
        for (Statements statements = current(); statements != null; statements = statements.around) {
            statements.count.incrementAndGet();
            statements.nanos.addAndGet(nanos);
        }
    }

    private static Statements current() {
        return VertxContext.isOnDuplicatedContext()
                ? ContextLocals.<Statements>get(Statements.class.getName()).orElse(null)
                : OF_THREAD.get();
    }

    private static void makeCurrent(Statements statements) {
        if (VertxContext.isOnDuplicatedContext()) {
            if (statements == null) {
                ContextLocals.remove(Statements.class.getName());
            } else {
                ContextLocals.put(Statements.class.getName(), statements);
            }
        } else if (statements == null) {
            OF_THREAD.remove();
        } else {
            OF_THREAD.set(statements);
        }
    }
}
