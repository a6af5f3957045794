package press.broadsheet.transfer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;
import press.broadsheet.content.Reference;
import press.broadsheet.engagement.Subjects;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.transfer.ImportLog.Tally;
import press.broadsheet.transfer.LineReading.Read;
import press.broadsheet.viewing.ViewRecording;

/** Writes what is known of articles by the thousand: views, reactions, revisions, names of before and of what is gone. */
@ApplicationScoped
class FactWriting {
    private final Session session;
    private final Subjects subjects;
    private final ViewRecording views;
    private final LikenessWriting likeness;
    private final ObjectMapper json;

    FactWriting(Session session, Subjects subjects, ViewRecording views, LikenessWriting likeness, ObjectMapper json) {
        this.session = session;
        this.subjects = subjects;
        this.views = views;
        this.likeness = likeness;
        this.json = json;
    }

    /** @param run lines of one kind */
    void write(List<Read> run, Tally tally, boolean dryRun) {
        Line first = run.get(0).line();
        if (first instanceof Line.OfViews) {
            writeViews(known(run, Line.OfViews.class, Line.OfViews::article, tally), tally);
        } else if (first instanceof Line.OfReaction) {
            writeReactions(known(run, Line.OfReaction.class, Line.OfReaction::article, tally), tally);
        } else if (first instanceof Line.OfRevision) {
            writeRevisions(known(run, Line.OfRevision.class, Line.OfRevision::article, tally), tally);
        } else if (first instanceof Line.OfStory) {
            likeness.writeStories(known(run, Line.OfStory.class, Line.OfStory::article, tally), tally, dryRun);
        } else if (first instanceof Line.OfRelated) {
            likeness.writeRelated(run, tally, dryRun);
        } else if (first instanceof Line.OfWords) {
            likeness.writeWords(
                    run.stream().map(line -> (Line.OfWords) line.line()).toList(), tally);
        } else if (first instanceof Line.OfFormerName) {
            writeFormerNames(
                    run.stream().map(line -> (Line.OfFormerName) line.line()).toList(), tally);
        } else {
            writeGone(run.stream().map(line -> (Line.OfGone) line.line()).toList(), tally);
        }
    }

    /** What a line says of an article. */
    record Fact<T>(UUID article, T line) {}

    /** Those about articles that there are; the others are refused. */
    private <T extends Line> List<Fact<T>> known(
            List<Read> run, Class<T> type, Function<T, Reference> article, Tally tally) {
        Map<Reference, UUID> ids = subjects.idsOf(run.stream()
                .map(line -> article.apply(type.cast(line.line())))
                .distinct()
                .toList());
        return run.stream()
                .filter(line -> {
                    Reference reference = article.apply(type.cast(line.line()));
                    if (!ids.containsKey(reference)) {
                        tally.refused(line.number(), unknown(reference));
                    }
                    return ids.containsKey(reference);
                })
                .map(line -> type.cast(line.line()))
                .map(line -> new Fact<>(ids.get(article.apply(line)), line))
                .toList();
    }

    /** Why a line about an article is refused that there is not. */
    static ProblemException unknown(Reference article) {
        return ProblemException.of(
                ProblemType.INVALID_CONTENT,
                List.of(Violation.inBody("/article", "unknown", "There is no article '" + article + "'")));
    }

    private void writeViews(List<Fact<Line.OfViews>> facts, Tally tally) {
        int changed = views.set(facts.stream()
                .map(fact -> new ViewRecording.Hour(
                        fact.article(), fact.line().hour(), fact.line().views()))
                .toList());
        tally.changed(changed);
        tally.unchanged(facts.size() - changed);
    }

    private void writeReactions(List<Fact<Line.OfReaction>> facts, Tally tally) {
        count(
                tally,
                facts.size(),
                session.createNativeMutationQuery("""
                                insert into reaction (article_id, kind, reader, at)
                                select article, kind, decode(reader, 'base64'), at
                                from unnest(:articles, :kinds, :readers, :at) as given (article, kind, reader, at)
                                on conflict do nothing""")
                        .setParameter(
                                "articles", facts.stream().map(Fact::article).toArray(UUID[]::new))
                        .setParameter(
                                "kinds",
                                facts.stream().map(fact -> fact.line().kind()).toArray(String[]::new))
                        .setParameter(
                                "readers",
                                facts.stream().map(fact -> fact.line().reader()).toArray(String[]::new))
                        .setParameter(
                                "at",
                                facts.stream().map(fact -> fact.line().at()).toArray(Instant[]::new))
                        .executeUpdate());
    }

    private void writeRevisions(List<Fact<Line.OfRevision>> facts, Tally tally) {
        count(
                tally,
                facts.size(),
                session.createNativeMutationQuery("""
                                insert into article_revision (article_id, version, at, actor, action, content)
                                select article, version, at, actor, action, cast(content as json)
                                from unnest(:articles, :versions, :at, :actors, :actions, :contents)
                                    as given (article, version, at, actor, action, content)
                                on conflict do nothing""")
                        .setParameter(
                                "articles", facts.stream().map(Fact::article).toArray(UUID[]::new))
                        .setParameter(
                                "versions",
                                facts.stream()
                                        .map(fact -> fact.line().version())
                                        .toArray(Integer[]::new))
                        .setParameter(
                                "at",
                                facts.stream().map(fact -> fact.line().at()).toArray(Instant[]::new))
                        .setParameter(
                                "actors",
                                facts.stream().map(fact -> fact.line().actor()).toArray(String[]::new))
                        .setParameter(
                                "actions",
                                facts.stream().map(fact -> fact.line().action()).toArray(String[]::new))
                        .setParameter(
                                "contents",
                                facts.stream()
                                        .map(fact -> written(fact.line().content()))
                                        .toArray(String[]::new))
                        .executeUpdate());
    }

    private void writeGone(List<Line.OfGone> gone, Tally tally) {
        count(
                tally,
                gone.size(),
                session.createNativeMutationQuery("""
                                insert into article_tombstone (slug, article_id, at)
                                select slug, article, at
                                from unnest(:slugs, :articles, :at) as given (slug, article, at)
                                where not exists (select from article a where a.slug = given.slug)
                                on conflict do nothing""")
                        .setParameter(
                                "slugs", gone.stream().map(Line.OfGone::slug).toArray(String[]::new))
                        .setParameter(
                                "articles",
                                gone.stream().map(Line.OfGone::article).toArray(UUID[]::new))
                        .setParameter("at", gone.stream().map(Line.OfGone::at).toArray(Instant[]::new))
                        .executeUpdate());
    }

    private void writeFormerNames(List<Line.OfFormerName> names, Tally tally) {
        count(
                tally,
                names.size(),
                session.createNativeMutationQuery("""
                                insert into former_name (kind, name, id, since)
                                select * from unnest(:kinds, :names, :ids, :since)
                                on conflict do nothing""")
                        .setParameter(
                                "kinds",
                                names.stream().map(Line.OfFormerName::kind).toArray(String[]::new))
                        .setParameter(
                                "names",
                                names.stream().map(Line.OfFormerName::name).toArray(String[]::new))
                        .setParameter(
                                "ids", names.stream().map(Line.OfFormerName::id).toArray(UUID[]::new))
                        .setParameter(
                                "since",
                                names.stream().map(Line.OfFormerName::since).toArray(Instant[]::new))
                        .executeUpdate());
    }

    private static void count(Tally tally, int lines, int added) {
        tally.added(added);
        tally.unchanged(lines - added);
    }

    private String written(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("it was read from JSON", impossible);
        }
    }
}
