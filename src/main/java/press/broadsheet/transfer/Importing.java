package press.broadsheet.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.transfer.ImportLog.Tally;
import press.broadsheet.transfer.LineReading.Read;

/**
 * Runs imports: reads lines batch by batch, and writes each batch in a transaction of its own while the next one is being
 * read. Holds two batches, whatever the size of the whole. What is killed between two batches, or in one, is sent again: the
 * lines of the batches that were committed then say what is so already.
 */
@ApplicationScoped
class Importing {
    private static final Logger LOG = Logger.getLogger(Importing.class);

    /** A dry run is one transaction; an archive takes it minutes. */
    private static final Duration LONGEST_DRY_RUN = Duration.ofHours(6);

    private final LineReading reading;
    private final BatchWriting writing;
    private final ImportLog log;

    Importing(LineReading reading, BatchWriting writing, ImportLog log) {
        this.reading = reading;
        this.writing = writing;
        this.log = log;
    }

    /**
     * Imports all lines.
     *
     * @param length of the stream in bytes, null if that is not known
     * @throws UncheckedIOException if the client stops sending before the end; what was committed by then stays
     */
    void run(UUID id, boolean dryRun, Long length, InputStream stream) {
        log.begin(id, dryRun, length);
        String state = "failed";
        try {
            if (dryRun) {
                QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout((int) LONGEST_DRY_RUN.toSeconds()));
            }
            runAll(id, dryRun, new RawLines(stream));
            state = "finished";
        } catch (IOException cutShort) {
            state = "interrupted";
            throw new UncheckedIOException(cutShort);
        } finally {
            if (dryRun) {
                QuarkusTransaction.rollback();
            }
            end(id, state);
        }
    }

    private void runAll(UUID id, boolean dryRun, RawLines lines) throws IOException {
        List<Future<List<Read>>> batch = reading.begin(lines.batch());
        while (!batch.isEmpty()) {
            long bytes = lines.bytes();
            List<Future<List<Read>>> next = reading.begin(lines.batch());
            log.progress(id, write(LineReading.end(batch), dryRun), bytes);
            batch = next;
        }
    }

    private Tally write(List<Read> lines, boolean dryRun) {
        try {
            return inTransaction(dryRun, () -> writing.write(lines, dryRun));
        } catch (RuntimeException failed) {
            if (dryRun || !isOfALine(failed)) {
                throw failed;
            }
            LOG.debugf(
                    failed,
                    "A batch from line %d on is written line by line",
                    lines.get(0).number());
            Tally tally = new Tally();
            lines.forEach(line -> tally.addAll(writeAlone(line)));
            return tally;
        }
    }

    private Tally writeAlone(Read line) {
        try {
            return inTransaction(false, () -> writing.write(List.of(line), false));
        } catch (RuntimeException failed) {
            if (!isOfALine(failed)) {
                throw failed;
            }
            Tally tally = new Tally();
            tally.refused(
                    line.number(),
                    ProblemException.of(ProblemType.CONFLICT, "It contradicts what is stored under another key."));
            return tally;
        }
    }

    /** The one of a dry run is open from its beginning to its end. */
    private static Tally inTransaction(boolean dryRun, Supplier<Tally> batch) {
        return dryRun ? batch.get() : QuarkusTransaction.requiringNew().call(batch::get);
    }

    /** Whether the database refused what was to be written (classes 22, 23 and 40), and not to work at all. */
    private static boolean isOfALine(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal && refusal.getSQLState() != null) {
                return refusal.getSQLState().matches("(22|23|40).*");
            }
        }
        return false;
    }

    private void end(UUID id, String state) {
        try {
            log.end(id, state);
        } catch (RuntimeException unreachable) {
            // A minute later it counts as interrupted anyhow.
            LOG.warnf("The end of import %s could not be noted: %s", id, unreachable);
        }
    }
}
