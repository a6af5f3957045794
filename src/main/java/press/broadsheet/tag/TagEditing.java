package press.broadsheet.tag;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.content.Keys;
import press.broadsheet.content.Reference;
import press.broadsheet.naming.Kind;
import press.broadsheet.naming.Names;
import press.broadsheet.naming.Register;
import press.broadsheet.naming.Uses;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.writing.IfMatch;

/** The only place where tags change. */
@ApplicationScoped
public class TagEditing {
    private final TagRepository tags;
    private final Register register;
    private final Names names;
    private final Uses uses;
    private final Clock clock;

    TagEditing(TagRepository tags, Register register, Names names, Uses uses, Clock clock) {
        this.tags = tags;
        this.register = register;
        this.names = names;
        this.uses = uses;
        this.clock = clock;
    }

    public Tag create(TagDraft draft) {
        return register.add(tags, Tag.of(draft, names.choose(tags, draft.slug(), draft.name()), clock.instant()));
    }

    /**
     * Makes of a tag what a draft says.
     *
     * @param change from the draft of what it is to that of what it shall be
     */
    Tag revise(Reference reference, IfMatch expected, UnaryOperator<TagDraft> change) {
        Tag tag = register.open(tags, reference, expected);
        TagDraft draft = change.apply(TagDraft.of(tag));
        tag.revise(draft, names.rename(tags, tag, draft.slug()), clock.instant());
        return register.changed(tags, tag);
    }

    void delete(Reference reference, IfMatch expected) {
        Tag tag = register.open(tags, reference, expected);
        Register.refuseUsed(
                uses.byArticles(Kind.TAG, tag.id()), "article", "merge it into another tag, or take it off them");
        register.remove(tags, tag);
    }

    /** Puts one tag in the place of another, which goes; its slugs and its id lead to the one that stays. */
    Tag merge(Reference reference, Reference into) {
        Map<String, Tag> both = tags.forMerging(List.of(reference, into));
        Tag gone = Optional.ofNullable(both.get(reference.key()))
                .orElseThrow(() -> ProblemException.noSuch("tag", reference));
        Tag heir = Optional.ofNullable(both.get(into.key()))
                .orElseThrow(() -> refused("unknown", "There is no tag '" + into + "'."));
        if (gone == heir) {
            throw refused("same", "A tag can't be merged into itself.");
        }
        uses.replaceTag(gone.id(), heir.id());
        heir.absorb(clock.instant());
        register.remove(tags, gone, heir.id(), Set.of(Keys.articlesTagged(gone.id())));
        return register.changed(tags, heir, Set.of(Keys.articlesTagged(heir.id())));
    }

    private static ProblemException refused(String code, String detail) {
        return ProblemException.of(ProblemType.INVALID_CONTENT, List.of(Violation.inBody("/into", code, detail)));
    }
}
