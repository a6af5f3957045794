package press.broadsheet.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
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
    private final ArticleWriting articles;
    private final TermWriting terms;
    private final FactWriting facts;
    private final ImportLog log;
    private final Session session;

    Importing(
            LineReading reading,
            ArticleWriting articles,
            TermWriting terms,
            FactWriting facts,
            ImportLog log,
            Session session) {
        this.reading = reading;
        this.articles = articles;
        this.terms = terms;
        this.facts = facts;
        this.log = log;
        this.session = session;
    }

    /**
     * Imports all lines.
     *
     * @param length of the stream in bytes, null if that is not known
     * @throws IOException if the client stops sending before the end; what was committed by then stays
     */
    void run(UUID id, boolean dryRun, Long length, InputStream stream) throws IOException {
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
            throw cutShort;
        } finally {
            if (dryRun) {
                QuarkusTransaction.rollback();
            }
            end(id, state);
        }
    }

    private void runAll(UUID id, boolean dryRun, RawLines lines) throws IOException {
        List<Future<List<Read>>> batch = reading.begin(lines.batch());
        long written = 0;
        long measured = 0;
        while (!batch.isEmpty()) {
            long bytes = lines.bytes();
            List<Future<List<Read>>> next = reading.begin(lines.batch());
            List<Read> read = LineReading.end(batch);
            log.progress(id, write(read, dryRun), bytes);
            written += read.size();
            if (written >= 2 * measured) {
                inTransaction(dryRun, this::measure);
                measured = written;
            }
            batch = next;
        }
    }

    /**
     * Tells the planner how large the tables are by now, each time that they have doubled. The daemon that does so looks once
     * a minute; by then an import into an empty database has written a hundred thousand rows, and everything that counts or
     * finds articles beside it still runs by plans for empty tables.
     */
    private Tally measure() {
        session.createNativeMutationQuery(
                        "analyze article, article_tag, article_author, article_terms, article_fingerprint, tag, change")
                .executeUpdate();
        return new Tally();
    }

    private Tally write(List<Read> lines, boolean dryRun) {
        try {
            return inTransaction(dryRun, () -> writeRuns(lines, dryRun));
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
            return inTransaction(false, () -> writeRuns(List.of(line), false));
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

    /** Writes lines in their order, each run of one kind together. */
    private Tally writeRuns(List<Read> lines, boolean dryRun) {
        Tally tally = new Tally();
        List<Read> run = new ArrayList<>();
        for (Read line : lines) {
            if (!run.isEmpty() && kind(run.get(0)) != kind(line)) {
                writeRun(run, tally, dryRun);
                run.clear();
            }
            run.add(line);
        }
        writeRun(run, tally, dryRun);
        session.flush();
        session.clear();
        return tally;
    }

    private static Class<?> kind(Read line) {
        return line.line() == null ? ProblemException.class : line.line().getClass();
    }

    private void writeRun(List<Read> run, Tally tally, boolean dryRun) {
        if (run.isEmpty()) {
            return;
        }
        if (run.get(0).refusal() != null) {
            run.forEach(line -> tally.refused(line.number(), line.refusal()));
        } else if (run.get(0).line() instanceof Line.OfArticle) {
            articles.write(run, tally, dryRun);
        } else if (run.get(0).line() instanceof Line.OfSite) {
            each(run, tally, line -> terms.write((Line.OfSite) line, dryRun));
        } else if (run.get(0).line() instanceof Line.OfTerm) {
            each(run, tally, line -> terms.write((Line.OfTerm) line, dryRun));
        } else {
            facts.write(run, tally, dryRun);
        }
    }

    private static void each(List<Read> run, Tally tally, Function<Line, BiConsumer<Tally, Long>> writing) {
        for (Read line : run) {
            try {
                writing.apply(line.line()).accept(tally, 1L);
            } catch (ProblemException refusal) {
                tally.refused(line.number(), refusal);
            }
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
