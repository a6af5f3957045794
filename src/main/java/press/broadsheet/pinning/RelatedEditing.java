package press.broadsheet.pinning;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Reference;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.writing.IfMatch;

/** The only place where pins and exclusions change. */
@ApplicationScoped
public class RelatedEditing {
    private final ArticleRepository articles;
    private final RelatedChoiceRepository choices;
    private final ChangeLog changes;

    RelatedEditing(ArticleRepository articles, RelatedChoiceRepository choices, ChangeLog changes) {
        this.articles = articles;
        this.choices = choices;
        this.changes = changes;
    }

    /** What was chosen for an article, whatever state the article is in. */
    RelatedChoices of(Reference reference) {
        return articles.referredToBy(reference)
                .map(article -> choices.of(article.id()))
                .orElseThrow(() -> ProblemException.noSuch("article", reference));
    }

    /**
     * Replaces what was chosen for an article.
     *
     * @throws ProblemException 404 if there is no such article; 412 if the client has not seen what is chosen by now; 422 if the
     *     draft names what there is not, the article itself, or one article twice
     */
    RelatedChoices choose(Reference reference, IfMatch expected, RelatedDraft draft) {
        Article article = articles.heldAs(reference).orElseThrow(() -> ProblemException.noSuch("article", reference));
        int version = choices.of(article.id()).version();
        expected.check(version);
        return replace(article, version + 1, draft);
    }

    /**
     * Brings back what was chosen for an article elsewhere; the change log is left to the caller.
     *
     * @return whether that is anything new
     * @throws ProblemException 422 as for a client
     */
    public boolean restore(UUID article, int version, RelatedDraft draft) {
        Chosen wanted = read(article, draft);
        RelatedChoices present = choices.of(article);
        if (wanted.isIn(present) && present.version() == version) {
            return false;
        }
        choices.replace(article, version, wanted.pins(), wanted.exclusions());
        return true;
    }

    private RelatedChoices replace(Article article, int version, RelatedDraft draft) {
        Chosen wanted = read(article.id(), draft);
        choices.replace(article.id(), version, wanted.pins(), wanted.exclusions());
        changes.append(Change.of(ChangeKind.UPDATE, "related", article.id(), article.slug())
                .touching(article.keys()));
        return choices.of(article.id());
    }

    private Chosen read(UUID article, RelatedDraft draft) {
        return Chosen.of(article, draft, articles.idsOf(draft.references()));
    }
}
