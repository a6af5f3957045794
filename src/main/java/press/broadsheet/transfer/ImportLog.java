package press.broadsheet.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import press.broadsheet.access.Actor;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;

/** The tables {@code import} and {@code import_refusal}. Each note of progress is a transaction of its own. */
@ApplicationScoped
class ImportLog {
    /** So many refused lines are kept; whoever gets that many has one fault, many times. */
    static final int MOST_REFUSALS = 1_000;

    private final Session session;
    private final Actor actor;
    private final ObjectMapper json;

    ImportLog(Session session, Actor actor, ObjectMapper json) {
        this.session = session;
        this.actor = actor;
        this.json = json;
    }

    /**
     * A line that was not imported, and why.
     *
     * @param errors each with a JSON pointer into the line, the rule that is broken and the rule in words
     */
    record Refusal(long line, List<Map<String, String>> errors) {
        static Refusal of(long line, ProblemException problem) {
            List<Violation> faults = problem.errors().isEmpty()
                    ? List.of(Violation.inBody("", problem.type().slug(), problem.detail()))
                    : problem.errors();
            return new Refusal(
                    line,
                    faults.stream()
                            .map(fault ->
                                    Map.of("pointer", fault.pointer(), "code", fault.code(), "detail", fault.detail()))
                            .toList());
        }
    }

    /** What became of some lines. */
    static final class Tally {
        private long added;
        private long changed;
        private long unchanged;
        private final List<Refusal> refusals = new ArrayList<>();

        void added(long lines) {
            added += lines;
        }

        void changed(long lines) {
            changed += lines;
        }

        void unchanged(long lines) {
            unchanged += lines;
        }

        void refused(long line, ProblemException problem) {
            refusals.add(Refusal.of(line, problem));
        }

        void addAll(Tally other) {
            added += other.added;
            changed += other.changed;
            unchanged += other.unchanged;
            refusals.addAll(other.refusals);
        }
    }

    /**
     * Notes that an import begins.
     *
     * @param bytes how many there will be, null if that is not known
     * @throws ProblemException 409 if there is an import of this id
     */
    void begin(UUID id, boolean dryRun, Long bytes) {
        int made = QuarkusTransaction.requiringNew().call(() -> session.createNativeMutationQuery("""
                                insert into import (id, dry_run, actor, bytes_in_all)
                                values (:id, :dryRun, :actor, :bytes) on conflict do nothing""")
                .setParameter("id", id)
                .setParameter("dryRun", dryRun)
                .setParameter("actor", actor.name())
                .setParameter("bytes", bytes, Long.class)
                .executeUpdate());
        if (made == 0) {
            throw ProblemException.of(ProblemType.CONFLICT, "There is an import of this id already.");
        }
    }

    /** Notes what became of a batch, and how many bytes have been read. */
    void progress(UUID id, Tally tally, long bytes) {
        QuarkusTransaction.requiringNew().run(() -> {
            session.createNativeMutationQuery("""
                            update import
                            set added = added + :added, changed = changed + :changed, unchanged = unchanged + :unchanged,
                                refused = refused + :refused, bytes = :bytes, updated_at = clock_timestamp()
                            where id = :id""")
                    .setParameter("id", id)
                    .setParameter("added", tally.added)
                    .setParameter("changed", tally.changed)
                    .setParameter("unchanged", tally.unchanged)
                    .setParameter("refused", tally.refusals.size())
                    .setParameter("bytes", bytes)
                    .executeUpdate();
            keep(id, tally.refusals);
        });
    }

    private void keep(UUID id, List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("""
                        insert into import_refusal (import_id, line, errors)
                        select :id, line, cast(errors as json)
                        from unnest(:lines, :errors) as given (line, errors)
                        order by line
                        limit greatest(0, :most - (select count(*) from import_refusal where import_id = :id))
                        on conflict do nothing""")
                .setParameter("id", id)
                .setParameter("lines", refusals.stream().map(Refusal::line).toArray(Long[]::new))
                .setParameter(
                        "errors",
                        refusals.stream()
                                .map(refusal -> written(refusal.errors()))
                                .toArray(String[]::new))
                .setParameter("most", MOST_REFUSALS)
                .executeUpdate();
    }

    /** Notes how it ended: {@code finished}, {@code failed} or {@code interrupted}. */
    void end(UUID id, String state) {
        QuarkusTransaction.requiringNew().run(() -> session.createNativeMutationQuery(
                        "update import set state = :state, updated_at = clock_timestamp() where id = :id")
                .setParameter("id", id)
                .setParameter("state", state)
                .executeUpdate());
    }

    Optional<ImportRepresentation> find(UUID id) {
        return session.createNativeQuery("""
                        select id, dry_run,
                               case when state = 'running' and updated_at < now() - interval '1 minute' then 'interrupted' else state end,
                               actor, started_at, updated_at, added, changed, unchanged, refused, bytes, bytes_in_all
                        from import where id = :id""", Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .map(ImportRepresentation::of)
                .findFirst();
    }

    /** The refused lines that were kept, each as JSON. */
    List<String> refusals(UUID id) {
        return session.createNativeQuery("""
                        select cast(json_build_object('line', line, 'errors', errors) as text)
                        from import_refusal where import_id = :id order by line""", String.class)
                .setParameter("id", id)
                .getResultList();
    }

    private String written(Object errors) {
        try {
            return json.writeValueAsString(errors);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a list of texts", impossible);
        }
    }
}
