package press.broadsheet.section;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.content.Reference;
import press.broadsheet.naming.Kind;
import press.broadsheet.naming.Names;
import press.broadsheet.naming.Register;
import press.broadsheet.naming.Uses;
import press.broadsheet.writing.IfMatch;

/** The only place where sections change. The tree is one thing: whoever changes it waits for whoever is changing it. */
@ApplicationScoped
public class SectionEditing {
    private final SectionRepository sections;
    private final Register register;
    private final Names names;
    private final Uses uses;
    private final Clock clock;

    SectionEditing(SectionRepository sections, Register register, Names names, Uses uses, Clock clock) {
        this.sections = sections;
        this.register = register;
        this.names = names;
        this.uses = uses;
        this.clock = clock;
    }

    /** Adds a section at the end of those beside it. */
    public Section create(SectionDraft draft) {
        sections.lockTree();
        Section parent = parent(draft.parent());
        String slug = names.choose(sections, draft.slug(), draft.name());
        Section section = Section.of(draft, slug, parent, clock.instant());
        Relocation.plan(section, parent, null, sections).make(clock.instant());
        return register.add(sections, section);
    }

    /**
     * Makes of a section what a draft says; one with another parent moves there.
     *
     * @param change from the draft of what it is to that of what it shall be
     */
    Section revise(Reference reference, IfMatch expected, UnaryOperator<SectionDraft> change) {
        sections.lockTree();
        Section section = register.open(sections, reference, expected);
        SectionDraft draft = change.apply(SectionDraft.of(section));
        String slug = names.rename(sections, section, draft.slug());
        Relocation relocation = Relocation.plan(section, parent(draft.parent()), null, sections);
        section.revise(draft, slug, clock.instant());
        return settled(section, relocation);
    }

    /**
     * Lets a section stand elsewhere, with all below it.
     *
     * @param change from the place where it is to that where it shall be
     */
    Section move(Reference reference, UnaryOperator<SectionPlace> change) {
        sections.lockTree();
        Section section = sections.existing(reference);
        SectionPlace place = change.apply(SectionPlace.of(section));
        return settled(section, Relocation.plan(section, parent(place.parent()), place.position(), sections));
    }

    void delete(Reference reference, IfMatch expected) {
        sections.lockTree();
        Section section = register.open(sections, reference, expected);
        Register.refuseUsed(
                sections.childrenOf(section).size(), "section", "move those that stand below it, or delete them first");
        Register.refuseUsed(uses.byArticles(Kind.SECTION, section.id()), "article", "move them to another section");
        names.remember(Kind.SECTION, Map.of(section.path(), section.id()));
        register.remove(sections, section);
    }

    /** The section above; null where the draft names none. */
    private Section parent(Reference reference) {
        return Optional.ofNullable(reference)
                .map(named -> names.find(sections, named)
                        .orElseThrow(() -> Relocation.refused("unknown", "There is no section '" + named + "'.")))
                .orElse(null);
    }

    private Section settled(Section section, Relocation relocation) {
        relocation.make(clock.instant());
        names.remember(Kind.SECTION, relocation.pathsLeft());
        return register.changed(sections, section, relocation.listsTouched());
    }
}
