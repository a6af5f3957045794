package press.broadsheet.author;

import java.time.Clock;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Keys;
import press.broadsheet.content.Slug;
import press.broadsheet.problem.ProblemException;

/** The only place where authors change. */
@ApplicationScoped
public class AuthorEditing {
    private final AuthorRepository authors;
    private final ChangeLog changes;
    private final Clock clock;

    AuthorEditing(AuthorRepository authors, ChangeLog changes, Clock clock) {
        this.authors = authors;
        this.changes = changes;
        this.clock = clock;
    }

    public Author create(AuthorDraft draft) {
        String slug = Slug.choose(draft.slug(), draft.name(), authors::isTaken)
                .orElseThrow(() -> ProblemException.taken("/slug", draft.slug()));
        Author author = Author.of(draft, slug, clock.instant());
        authors.persist(author);
        changes.append(Change.of(ChangeKind.PUBLISH, "author", author.id(), slug)
                .touching(Set.of(Keys.AUTHORS, Keys.author(author.id())))
                .visibleToAll());
        return author;
    }
}
