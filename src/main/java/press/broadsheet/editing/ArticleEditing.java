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
        Article article = made(draft, newSlug(draft), now, drafts.lookup());
        if (origin != null) {
            article.comesFrom(origin.source(), origin.externalId());
        }
        articles.add(article);
        saving.save(ArticleSaving.made(article, now), "create");
        feature(draft, article);
        return article;
    }

    /**
     * The article that a draft wants, published if it says so; nothing is stored.
     *
     * @throws ProblemException 422 with all that is wrong with the draft
     */
    public Article made(ArticleDraft draft, String slug, Instant now, DraftReading.Lookup lookup) {
        Violations violations = new Violations();
        Publication publication = Publication.of(draft, null, now, violations);
        Article.Content content = drafts.read(draft, slug, publication != null, lookup, violations);
        violations.verify(ProblemType.INVALID_CONTENT);
        Article article = Article.of(content, now);
        if (publication != null) {
            article.publish(publication.from(), publication.until(), now);
        }
        return article;
    }

    /**
     * Makes an article say what a draft says; what a draft can leave out has its default again, but the slug stays, and so does
     * the publication unless the draft has a {@code status} or {@code publishAt}.
     */
    Article replace(Reference reference, IfMatch expected, ArticleDraft draft) {
        return revised(saving.open(reference, expected), draft, "update");
    }

    /**
     * Makes an article that the caller holds say what a draft says, as {@code PUT} would.
     *
     * @param dryRun whether only to say what would become of it
     * @return whether it changed
     */
    public boolean revise(
            Article article, Instant now, ArticleDraft draft, DraftReading.Lookup lookup, boolean dryRun) {
        Opened opened = ArticleSaving.opened(article, now);
        Revision revision = read(opened, draft, lookup);
        boolean changes = revision.changes(article);
        if (!dryRun) {
            apply(revision, opened, draft, "update");
        }
        return changes;
    }

    Article patch(Reference reference, IfMatch expected, MergePatch patch) {
        Opened opened = saving.open(reference, expected);
        ArticleDraft present = ArticleDraft.of(opened.article(), opened.now());
        return revised(opened, patching.apply(present, ArticleDraft.class, patch), "update");
    }

    /** Makes an article say again what it said at a revision. It keeps its slug, and readers see it or not as before. */
    Article restore(Reference reference, IfMatch expected, ArticleDraft revision) {
        return revised(saving.open(reference, expected), revision.withoutPlace(), "restore");
    }

    /**
     * Makes or replaces what a source calls by a name.
     *
     * @param expected null if any version will do
     */
    Saved put(Origin origin, IfMatch expected, ArticleDraft draft) {
        Optional<Article> known = articles.heldBySource(origin.source(), origin.externalId());
        return known.map(article -> new Saved(revised(saving.opened(article, expected), draft, "update"), false))
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

    private Article revised(Opened opened, ArticleDraft draft, String action) {
        apply(read(opened, draft, drafts.lookup()), opened, draft, action);
        return opened.article();
    }

    private Revision read(Opened opened, ArticleDraft draft, DraftReading.Lookup lookup) {
        Article article = opened.article();
        Violations violations = new Violations();
        Publication publication = Publication.of(draft, article, opened.now(), violations);
        String slug = draft.slug() == null ? article.slug() : draft.slug();
        boolean needsBody = publication != null || article.isVisibleAt(opened.now());
        Article.Content content = drafts.read(draft, slug, needsBody, lookup, violations);
        violations.verify(ProblemType.INVALID_CONTENT);
        return new Revision(content, publication, draft.wantsWithdrawal());
    }

    private void apply(Revision revision, Opened opened, ArticleDraft draft, String action) {
        Article article = opened.article();
        if (revision.changes(article)) {
            if (!revision.content().slug().equals(article.slug())) {
                rename(article, revision.content().slug());
            }
            revision.apply(article, opened.now());
            saving.save(opened, action);
        }
        feature(draft, article);
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

    /**
     * What a draft makes of an article that there is.
     *
     * @param publication null to leave that alone
     */
    private record Revision(Article.Content content, Publication publication, boolean withdrawal) {
        boolean changes(Article article) {
            return !content.equals(article.content()) || !isPublishedAsWanted(article);
        }

        private boolean isPublishedAsWanted(Article article) {
            return publication == null ? !withdrawal || !article.isPublished() : publication.holdsFor(article);
        }

        void apply(Article article, Instant now) {
            article.revise(content, now);
            if (publication != null) {
                article.publish(publication.from(), publication.until(), now);
            } else if (withdrawal) {
                article.withdraw(now);
            }
        }
    }

    /** What became of a PUT by natural key. */
    record Saved(Article article, boolean created) {}
}
