package press.broadsheet.tag;

import java.time.Clock;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Slug;
import press.broadsheet.problem.ProblemException;

/** The only place where tags change. */
@ApplicationScoped
public class TagEditing {
    private final TagRepository tags;
    private final ChangeLog changes;
    private final Clock clock;

    TagEditing(TagRepository tags, ChangeLog changes, Clock clock) {
        this.tags = tags;
        this.changes = changes;
        this.clock = clock;
    }

    public Tag create(TagDraft draft) {
        String slug = Slug.choose(draft.slug(), draft.name(), tags::isTaken)
                .orElseThrow(() -> ProblemException.taken("/slug", draft.slug()));
        Tag tag = Tag.of(draft, slug, clock.instant());
        tags.persist(tag);
        changes.append(Change.of(ChangeKind.PUBLISH, "tag", tag.id(), slug)
                .touching(Set.of(Keys.TAGS, Keys.tag(tag.id())))
                .visibleToAll());
        return tag;
    }
}
