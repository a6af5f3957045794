package press.broadsheet.editing;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.collection.CollectionEditing;
import press.broadsheet.content.Slug;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violations;

/** The only place where articles change. */
@ApplicationScoped
public class ArticleEditing {
    private final ArticleRepository articles;
    private final DraftReading drafts;
    private final CollectionEditing collections;
    private final ChangeLog changes;

    ArticleEditing(ArticleRepository articles, DraftReading drafts, CollectionEditing collections, ChangeLog changes) {
        this.articles = articles;
        this.drafts = drafts;
        this.collections = collections;
        this.changes = changes;
    }

    /** Makes an article of a draft, published at once or at its instant if the draft says so. */
    public Article create(ArticleDraft draft) {
        Instant now = articles.now();
        Violations violations = new Violations();
        Publication publication = Publication.of(draft, now, violations);
        Article.Content content = drafts.read(draft, slugOf(draft), violations);
        violations.verify(ProblemType.INVALID_CONTENT);

        Article article = Article.of(content, now);
        if (publication != null) {
            article.publish(publication.from(), publication.until());
            articles.storyLike(article, publication.from()).ifPresent(article::join);
        }
        articles.add(article);
        changes.append(Change.of(
                        publication == null ? ChangeKind.CREATE : ChangeKind.PUBLISH,
                        "article",
                        article.id(),
                        article.slug())
                .touching(ArticleKeys.of(article))
                .visibleIf(publication != null));
        if (draft.wantsFeaturing()) {
            collections.feature(article.id());
        }
        return article;
    }

    /** Takes a published article back. */
    public void withdraw(UUID id) {
        Article article = withId(id);
        article.withdraw(articles.now());
        changes.append(
                Change.of(ChangeKind.UNPUBLISH, "article", id, article.slug()).touching(ArticleKeys.of(article)));
    }

    /** Gives an article another slug; the old one leads to it for ever. */
    public void rename(UUID id, String slug) {
        Article article = withId(id);
        if (articles.isTaken(slug)) {
            throw ProblemException.taken("/slug", slug);
        }
        articles.rememberSlug(article.slug(), id);
        article.rename(slug);
        changes.append(Change.of(ChangeKind.UPDATE, "article", id, slug).touching(ArticleKeys.of(article)));
    }

    private Article withId(UUID id) {
        return articles.findByIdOptional(id).orElseThrow(() -> ProblemException.noSuch("article", id));
    }

    private String slugOf(ArticleDraft draft) {
        return Slug.choose(draft.slug(), draft.title(), articles::isTaken)
                .orElseThrow(() -> ProblemException.taken("/slug", draft.slug()));
    }
}
