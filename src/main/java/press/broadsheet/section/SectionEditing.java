package press.broadsheet.section;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Reference;
import press.broadsheet.content.Slug;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;

/** The only place where sections change. */
@ApplicationScoped
public class SectionEditing {
    private final SectionRepository sections;
    private final ChangeLog changes;
    private final Clock clock;

    SectionEditing(SectionRepository sections, ChangeLog changes, Clock clock) {
        this.sections = sections;
        this.changes = changes;
        this.clock = clock;
    }

    /** Adds a section at the end of those beside it. */
    public Section create(SectionDraft draft) {
        Section parent = Optional.ofNullable(draft.parent()).map(this::parent).orElse(null);
        String slug = Slug.choose(draft.slug(), draft.name(), sections::isTaken)
                .orElseThrow(() -> ProblemException.taken("/slug", draft.slug()));
        Section section = Section.of(draft, slug, parent, sections.nextPosition(), clock.instant());
        sections.persist(section);
        changes.append(Change.of(ChangeKind.PUBLISH, "section", section.id(), slug)
                .touching(Set.of(Keys.SECTIONS, Keys.section(section.id())))
                .visibleToAll());
        return section;
    }

    private Section parent(Reference reference) {
        Section parent = sections.referredToBy(reference)
                .orElseThrow(() -> refused("unknown", "There is no section '" + reference + "'."));
        if (parent.depth() >= Section.MAX_DEPTH) {
            throw refused("too-deep", "A section can stand at most " + Section.MAX_DEPTH + " deep.");
        }
        return parent;
    }

    private static ProblemException refused(String code, String detail) {
        return ProblemException.of(ProblemType.INVALID_CONTENT, List.of(Violation.inBody("/parent", code, detail)));
    }
}
