package press.broadsheet.editing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.collection.CollectionEditing;
import press.broadsheet.content.Reference;
import press.broadsheet.content.Slug;
import press.broadsheet.editing.ArticleSaving.Opened;
import press.broadsheet.editing.ManagedArticle.Origin;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violations;
import press.broadsheet.writing.IfMatch;
import press.broadsheet.writing.MergePatch;
import press.broadsheet.writing.Patching;

/** The only place where what articles say changes; when readers see them is {@link ArticlePublishing}'s. */
@ApplicationScoped
public class ArticleEditing {
    private final ArticleRepository articles;
    private final DraftReading drafts;
    private final ArticleSaving saving;
    private final CollectionEditing collections;
    private final Patching patching;

    ArticleEditing(
            ArticleRepository articles,
            DraftReading drafts,
            ArticleSaving saving,
            CollectionEditing collections,
            Patching patching) {
        this.articles = articles;
        this.drafts = drafts;
        this.saving = saving;
        this.collections = collections;
        this.patching = patching;
    }

    /** Makes an article of a draft, published at once or at its instant if the draft says so. */
    public Article create(ArticleDraft draft) {
        return create(draft, null);
    }

    private Article create(ArticleDraft draft, Origin origin) {
        Instant now = articles.now();
        Violations violations = new Violations();
        Publication publication = Publication.of(draft, null, now, violations);
        Article.Content content = drafts.read(draft, newSlug(draft), publication != null, violations);
        violations.verify(ProblemType.INVALID_CONTENT);

        Article article = Article.of(content, now);
        if (origin != null) {
            article.comesFrom(origin.source(), origin.externalId());
        }
        if (publication != null) {
            article.publish(publication.from(), publication.until(), now);
            articles.storyLike(article, publication.from()).ifPresent(article::join);
        }
        articles.add(article);
        saving.save(ArticleSaving.made(article, now), "create");
        feature(draft, article);
        return article;
    }

    /**
     * Makes an article say what a draft says; what a draft can leave out has its default again, but the slug stays, and so does
     * the publication unless the draft has a {@code status} or {@code publishAt}.
     */
    Article replace(Reference reference, IfMatch expected, ArticleDraft draft) {
        return revise(saving.open(reference, expected), draft, "update");
    }

    Article patch(Reference reference, IfMatch expected, MergePatch patch) {
        Opened opened = saving.open(reference, expected);
        ArticleDraft present = ArticleDraft.of(opened.article(), opened.now());
        return revise(opened, patching.apply(present, ArticleDraft.class, patch), "update");
    }

    /** Makes an article say again what it said at a revision. It keeps its slug, and readers see it or not as before. */
    Article restore(Reference reference, IfMatch expected, ArticleDraft revision) {
        return revise(saving.open(reference, expected), revision.withoutPlace(), "restore");
    }

    /**
     * Makes or replaces what a source calls by a name.
     *
     * @param expected null if any version will do
     */
    Saved put(Origin origin, IfMatch expected, ArticleDraft draft) {
        Optional<Article> known = articles.heldBySource(origin.source(), origin.externalId());
        return known.map(article -> new Saved(revise(saving.opened(article, expected), draft, "update"), false))
                .orElseGet(() -> new Saved(create(draft, origin), true));
    }

    void delete(Reference reference, IfMatch expected) {
        saving.remove(saving.open(reference, expected));
    }

    /** Gives an article another slug; the old one leads to it for ever. */
    public void rename(UUID id, String slug) {
        Opened opened = saving.open(new Reference(id.toString()), null);
        rename(opened.article(), slug);
        saving.save(opened, "update");
    }

    private Article revise(Opened opened, ArticleDraft draft, String action) {
        Article article = opened.article();
        Violations violations = new Violations();
        Publication publication = Publication.of(draft, article, opened.now(), violations);
        String slug = draft.slug() == null ? article.slug() : draft.slug();
        boolean needsBody = publication != null || article.isVisibleAt(opened.now());
        Article.Content content = drafts.read(draft, slug, needsBody, violations);
        violations.verify(ProblemType.INVALID_CONTENT);

        if (content.equals(article.content()) && isPublishedAsWanted(draft, publication, article)) {
            feature(draft, article);
            return article;
        }
        if (!slug.equals(article.slug())) {
            rename(article, slug);
        }
        article.revise(content, opened.now());
        if (publication != null) {
            article.publish(publication.from(), publication.until(), opened.now());
        } else if (draft.wantsWithdrawal()) {
            article.withdraw(opened.now());
        }
        saving.save(opened, action);
        feature(draft, article);
        return article;
    }

    private static boolean isPublishedAsWanted(ArticleDraft draft, Publication publication, Article article) {
        return publication == null ? !draft.wantsWithdrawal() || !article.isPublished() : publication.holdsFor(article);
    }

    private void rename(Article article, String slug) {
        if (articles.isTaken(slug) && !articles.takeBack(slug, article.id())) {
            throw ProblemException.taken("/slug", slug);
        }
        articles.rememberSlug(article.slug(), article.id());
        article.rename(slug);
    }

    private void feature(ArticleDraft draft, Article article) {
        if (draft.wantsFeaturing()) {
            collections.feature(article.id());
        }
    }

    private String newSlug(ArticleDraft draft) {
        return Slug.choose(draft.slug(), draft.title(), articles::isTaken)
                .orElseThrow(() -> ProblemException.taken("/slug", draft.slug()));
    }

    /** What became of a PUT by natural key. */
    record Saved(Article article, boolean created) {}
}
