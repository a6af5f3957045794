package press.broadsheet.transfer;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.author.Author;
import press.broadsheet.author.AuthorRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.content.SafeText;
import press.broadsheet.editing.BodyDraft;
import press.broadsheet.editing.DraftReading;
import press.broadsheet.naming.Named;
import press.broadsheet.naming.NamedRepository;
import press.broadsheet.naming.Names;
import press.broadsheet.naming.References;
import press.broadsheet.problem.Violations;
import press.broadsheet.section.Section;
import press.broadsheet.section.SectionRepository;
import press.broadsheet.tag.Tag;
import press.broadsheet.tag.TagRepository;
import press.broadsheet.transfer.LineReading.Read;

/** Finds what all articles of a batch refer to: a statement for the tags, one for the authors, one for each section. */
@ApplicationScoped
class BatchLookup {
    private final SectionRepository sections;
    private final TagRepository tags;
    private final AuthorRepository authors;
    private final Names names;

    BatchLookup(SectionRepository sections, TagRepository tags, AuthorRepository authors, Names names) {
        this.sections = sections;
        this.tags = tags;
        this.authors = authors;
        this.names = names;
    }

    /** @param run lines of articles */
    DraftReading.Lookup of(List<Read> run) {
        Found found = new Found(new HashMap<>(), new HashMap<>(), new HashMap<>(), new IdentityHashMap<>());
        for (Read line : run) {
            var draft = ((Line.OfArticle) line.line()).draft();
            found.sections.computeIfAbsent(draft.section().key(), key -> names.find(sections, draft.section()));
            draft.tags().forEach(reference -> found.tags.put(reference.key(), null));
            draft.authors().forEach(reference -> found.authors.put(reference.key(), null));
            if (draft.body() != null) {
                found.texts.put(draft.body(), line.body());
            }
        }
        fill(found.tags, tags);
        fill(found.authors, authors);
        return found;
    }

    /** The present names are found at once; the few that are former ones each by itself. */
    private <T extends Named> void fill(Map<String, T> known, NamedRepository<T> things) {
        List<Reference> wanted = known.keySet().stream().map(Reference::new).toList();
        if (wanted.isEmpty()) {
            return;
        }
        known.putAll(things.referredToByAny(wanted));
        wanted.stream().filter(reference -> known.get(reference.key()) == null).forEach(reference -> names.find(
                        things, reference)
                .ifPresent(thing -> known.put(reference.key(), thing)));
    }

    /** What was found, by {@link Reference#key()}; the texts by the very drafts that were cleaned. */
    private record Found(
            Map<String, Optional<Section>> sections,
            Map<String, Tag> tags,
            Map<String, Author> authors,
            Map<BodyDraft, SafeText> texts)
            implements DraftReading.Lookup {

        @Override
        public Optional<Section> section(Reference reference) {
            return sections.get(reference.key());
        }

        @Override
        public List<Tag> tags(List<Reference> references, Violations violations) {
            return References.all(DraftReading.TAGS, "tag", references, of(references, tags), Map.of(), violations);
        }

        @Override
        public List<Author> authors(List<Reference> references, Violations violations) {
            return References.all(
                    DraftReading.AUTHORS, "author", references, of(references, authors), Map.of(), violations);
        }

        @Override
        public SafeText cleaned(BodyDraft body) {
            return texts.get(body);
        }

        /** Without those that mean nothing. */
        private static <T> Map<String, T> of(List<Reference> references, Map<String, T> known) {
            Map<String, T> found = new HashMap<>();
            references.forEach(reference -> found.put(reference.key(), known.get(reference.key())));
            found.values().removeIf(Objects::isNull);
            return found;
        }
    }
}
