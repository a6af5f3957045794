package press.broadsheet.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.transfer.ImportLog.Tally;
import press.broadsheet.transfer.LineReading.Read;

/** Writes a batch of lines in the caller's transaction, in their order. */
@ApplicationScoped
class BatchWriting {
    private final ArticleWriting articles;
    private final TermWriting terms;
    private final FactWriting facts;
    private final Session session;

    BatchWriting(ArticleWriting articles, TermWriting terms, FactWriting facts, Session session) {
        this.articles = articles;
        this.terms = terms;
        this.facts = facts;
        this.session = session;
    }

    /** @param dryRun whether it will be rolled back, so that nobody is told */
    Tally write(List<Read> lines, boolean dryRun) {
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
            facts.write(run, tally);
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
}
