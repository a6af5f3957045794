package press.broadsheet.problem;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * What a refusal of the database means to a client, by SQLSTATE (PostgreSQL's documentation, appendix A), wherever in a
 * chain of causes it stands. Its message never goes out: it names tables, columns and values.
 */
final class DatabaseFaults {
    private static final Duration SOON = Duration.ofSeconds(2);

    /** JPA is not imported here, so its one exception that is an answer to a client is known by name. */
    private static final String STALE = "jakarta.persistence.OptimisticLockException";

    private DatabaseFaults() {}

    /** The problem, if the database is behind this exception and what it says concerns the client. */
    static Optional<ProblemException> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException refusal) {
                return problem(refusal);
            }
            if (cause.getClass().getName().equals(STALE)) {
                return Optional.of(ProblemException.of(
                        ProblemType.VERSION_MISMATCH, "Somebody else changed it at the same moment."));
            }
        }
        return Optional.empty();
    }

    private static Optional<ProblemException> problem(SQLException refusal) {
        String state = refusal.getSQLState();
        if (state == null) {
            // The connection pool has no SQLSTATE of its own: it gave up waiting for a free connection.
            return refusal.getCause() instanceof TimeoutException ? Optional.of(unavailable()) : Optional.empty();
        }
        return switch (state) {
            case "23505" -> Optional.of(conflict("A value that must be unique is taken."));
            case "23503" ->
                Optional.of(conflict("Something else refers to it, or it refers to something that is gone."));
            case "53100" ->
                Optional.of(ProblemException.of(
                        ProblemType.INSUFFICIENT_STORAGE, "The database has no room left; nothing was stored."));
            default -> isPassing(state) ? Optional.of(unavailable()) : Optional.empty();
        };
    }

    /**
     * States that end by themselves: a lost connection (08), a deadlock or a serialisation failure (40), no memory or no
     * connection left (53), a cancelled statement (57014), a server that stops or starts (57P), one that only reads, as
     * during a failover (25006), a lock that somebody holds (55P03).
     */
    private static boolean isPassing(String state) {
        return state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("25006")
                || state.equals("55P03");
    }

    private static ProblemException conflict(String detail) {
        return ProblemException.of(ProblemType.CONFLICT, detail);
    }

    private static ProblemException unavailable() {
        return ProblemException.of(ProblemType.UNAVAILABLE, "The database cannot answer at the moment.")
                .retryAfter(SOON);
    }

    private static Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
