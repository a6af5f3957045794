package press.broadsheet.author;

import java.time.Clock;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.content.Reference;
import press.broadsheet.naming.Kind;
import press.broadsheet.naming.Names;
import press.broadsheet.naming.Register;
import press.broadsheet.naming.Uses;
import press.broadsheet.writing.IfMatch;

/** The only place where authors change. */
@ApplicationScoped
public class AuthorEditing {
    private final AuthorRepository authors;
    private final Register register;
    private final Names names;
    private final Uses uses;
    private final Clock clock;

    AuthorEditing(AuthorRepository authors, Register register, Names names, Uses uses, Clock clock) {
        this.authors = authors;
        this.register = register;
        this.names = names;
        this.uses = uses;
        this.clock = clock;
    }

    public Author create(AuthorDraft draft) {
        String slug = names.choose(authors, draft.slug(), draft.name());
        return register.add(authors, Author.of(draft, slug, clock.instant()));
    }

    /**
     * Makes of an author what a draft says.
     *
     * @param change from the draft of what they are to that of what they shall be
     */
    Author revise(Reference reference, IfMatch expected, UnaryOperator<AuthorDraft> change) {
        Author author = register.open(authors, reference, expected);
        AuthorDraft draft = change.apply(AuthorDraft.of(author));
        author.revise(draft, names.rename(authors, author, draft.slug()), clock.instant());
        return register.changed(authors, author);
    }

    void delete(Reference reference, IfMatch expected) {
        Author author = register.open(authors, reference, expected);
        Register.refuseUsed(uses.byArticles(Kind.AUTHOR, author.id()), "article", "name somebody else there");
        register.remove(authors, author);
    }
}
