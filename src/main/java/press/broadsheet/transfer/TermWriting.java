package press.broadsheet.transfer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Ids;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Reference;
import press.broadsheet.engagement.Subjects;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.section.Section;
import press.broadsheet.section.SectionRepository;
import press.broadsheet.site.Site;
import press.broadsheet.site.SiteDraft;
import press.broadsheet.site.SiteEditing;
import press.broadsheet.transfer.ImportLog.Tally;

/** Writes what there is little of, line by line: the site, and the sections, tags, authors and collections of articles. */
@ApplicationScoped
class TermWriting {
    /** As {@code SectionEditing} has it. */
    private static final int DEEPEST_SECTION = 6;

    private static final BiConsumer<Tally, Long> ADDED = Tally::added;
    private static final BiConsumer<Tally, Long> CHANGED = Tally::changed;
    private static final BiConsumer<Tally, Long> UNCHANGED = Tally::unchanged;

    private final Session session;
    private final SiteEditing site;
    private final SectionRepository sections;
    private final Subjects subjects;
    private final ChangeLog changes;
    private final ObjectMapper json;
    private final Clock clock;

    TermWriting(
            Session session,
            SiteEditing site,
            SectionRepository sections,
            Subjects subjects,
            ChangeLog changes,
            ObjectMapper json,
            Clock clock) {
        this.session = session;
        this.site = site;
        this.sections = sections;
        this.subjects = subjects;
        this.changes = changes;
        this.json = json;
        this.clock = clock;
    }

    /** Writes the site's settings; answers how to count the line. */
    BiConsumer<Tally, Long> write(Line.OfSite line, boolean dryRun) {
        Site present = site.current();
        SiteDraft draft = new SiteDraft(
                present.name(), present.url(), present.language(), present.timeZone(), present.reactions());
        if (draft.equals(line.draft()) && (line.version() == null || line.version() == present.version())) {
            return UNCHANGED;
        }
        if (!dryRun) {
            site.replace(line.draft());
            session.flush();
            session.createNativeMutationQuery("update site set version = coalesce(cast(:version as integer), version)")
                    .setParameter("version", line.version(), Integer.class)
                    .executeUpdate();
            session.clear();
        }
        return CHANGED;
    }

    /** Writes one of the others; answers how to count the line. */
    BiConsumer<Tally, Long> write(Line.OfTerm line, boolean dryRun) {
        Term term = Term.of(line);
        if (term.slug() == null || Ids.parse(term.slug()).isPresent()) {
            throw refused("/draft/slug", "required", "is needed, since it is the key; it must not look like an id");
        }
        List<UUID> items = line instanceof Line.OfCollection collection
                ? items(collection.draft().items())
                : List.of();
        Section parent =
                line instanceof Line.OfSection section && section.draft().parent() != null
                        ? parent(section.draft().parent(), term.slug())
                        : null;
        boolean moved = line instanceof Line.OfCollection && !items.equals(itemsOf(term));
        List<Object[]> written = session.createNativeQuery(TermSql.of(term.type()), Object[].class)
                .setParameter("draft", written(line.draft()))
                .setParameter("fresh", Ids.next())
                .setParameter("id", term.known().map(Line.Known::id).orElse(null), UUID.class)
                .setParameter("version", term.known().map(Line.Known::version).orElse(null), Integer.class)
                .setParameter("position", term.known().map(Line.Known::position).orElse(null), Integer.class)
                .setParameter("created", term.known().map(Line.Known::createdAt).orElse(null), Instant.class)
                .setParameter("updated", term.known().map(Line.Known::updatedAt).orElse(null), Instant.class)
                .setParameter("now", clock.instant())
                .setParameter("parent", parent == null ? null : parent.id(), UUID.class)
                .setParameter("moved", moved)
                .getResultList();
        if (written.isEmpty()) {
            return UNCHANGED;
        }
        UUID id = (UUID) written.get(0)[0];
        boolean added = (Boolean) written.get(0)[1];
        Set<String> keys = new HashSet<>(term.keys(id));
        if (moved) {
            order(id, items);
        }
        if (line instanceof Line.OfSection) {
            settle().forEach(section -> keys.add(Keys.section(section)));
        }
        if (!dryRun) {
            changes.append(Change.of(added ? ChangeKind.PUBLISH : ChangeKind.UPDATE, term.type(), id, term.slug())
                    .touching(keys)
                    .visibleToAll());
        }
        return added ? ADDED : CHANGED;
    }

    private Section parent(Reference reference, String slug) {
        // What lines before this one wrote, not what was read before that.
        session.clear();
        Section parent = sections.referredToBy(reference)
                .orElseThrow(() -> refused("/draft/parent", "unknown", "There is no section '" + reference + "'"));
        if (parent.trail().size() >= DEEPEST_SECTION) {
            throw refused(
                    "/draft/parent", "too-deep", "A section can stand at most %d deep".formatted(DEEPEST_SECTION));
        }
        if (parent.trail().stream().anyMatch(crumb -> crumb.slug().equals(slug))) {
            throw refused("/draft/parent", "contradictory", "A section can't stand below itself");
        }
        return parent;
    }

    /** Writes down anew where sections stand. Answers those that stand elsewhere or under another name than before. */
    private List<UUID> settle() {
        return session.createNativeQuery(TermSql.SETTLE, UUID.class).getResultList();
    }

    private List<UUID> items(List<Reference> references) {
        Map<Reference, UUID> known = subjects.idsOf(references);
        List<Violation> unknown = new ArrayList<>();
        for (int index = 0; index < references.size(); index++) {
            if (!known.containsKey(references.get(index))) {
                unknown.add(Violation.inBody(
                        "/draft/items/" + index, "unknown", "There is no article '" + references.get(index) + "'"));
            }
        }
        if (!unknown.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID_CONTENT, unknown);
        }
        return references.stream().map(known::get).distinct().toList();
    }

    private List<UUID> itemsOf(Term collection) {
        return session.createNativeQuery("""
                        select i.article_id
                        from collection_item i join collection c on c.id = i.collection_id
                        where c.slug = :slug order by i.position""", UUID.class)
                .setParameter("slug", collection.slug())
                .getResultList();
    }

    private void order(UUID collection, List<UUID> articles) {
        session.createNativeMutationQuery("delete from collection_item where collection_id = :collection")
                .setParameter("collection", collection)
                .executeUpdate();
        session.createNativeMutationQuery("""
                        insert into collection_item (collection_id, position, article_id)
                        select :collection, place - 1, article
                        from unnest(:articles) with ordinality as given (article, place)""")
                .setParameter("collection", collection)
                .setParameter("articles", articles.toArray(UUID[]::new))
                .executeUpdate();
    }

    private String written(Object draft) {
        try {
            return json.writeValueAsString(draft);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a draft was read from JSON", impossible);
        }
    }

    private static ProblemException refused(String pointer, String code, String detail) {
        return ProblemException.of(ProblemType.INVALID_CONTENT, List.of(Violation.inBody(pointer, code, detail)));
    }

    /** A line's kind and key. */
    private record Term(String type, String slug, Optional<Line.Known> known) {
        static Term of(Line.OfTerm line) {
            Optional<Line.Known> known = Optional.ofNullable(line.record());
            if (line instanceof Line.OfSection section) {
                return new Term("section", section.draft().slug(), known);
            }
            if (line instanceof Line.OfTag tag) {
                return new Term("tag", tag.draft().slug(), known);
            }
            if (line instanceof Line.OfAuthor author) {
                return new Term("author", author.draft().slug(), known);
            }
            return new Term("collection", ((Line.OfCollection) line).draft().slug(), known);
        }

        /** Cards show the names of all of them but collections. */
        Set<String> keys(UUID id) {
            return switch (type) {
                case "section" -> Set.of(Keys.SECTIONS, Keys.section(id), Keys.CARDS);
                case "tag" -> Set.of(Keys.TAGS, Keys.tag(id), Keys.CARDS);
                case "author" -> Set.of(Keys.AUTHORS, Keys.author(id), Keys.CARDS);
                default -> Set.of(Keys.COLLECTIONS, Keys.collection(id));
            };
        }
    }
}
