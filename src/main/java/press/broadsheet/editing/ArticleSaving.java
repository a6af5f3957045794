package press.broadsheet.editing;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Reference;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.revision.RevisionLog;
import press.broadsheet.story.StoryFinding;
import press.broadsheet.writing.IfMatch;

/** The frame of every change of an article: held and compared before it, remembered and told after it. */
@ApplicationScoped
class ArticleSaving {
    private final ArticleRepository articles;
    private final StoryFinding stories;
    private final RevisionLog revisions;
    private final ChangeLog changes;
    private final Session session;

    ArticleSaving(
            ArticleRepository articles,
            StoryFinding stories,
            RevisionLog revisions,
            ChangeLog changes,
            Session session) {
        this.articles = articles;
        this.stories = stories;
        this.revisions = revisions;
        this.changes = changes;
        this.session = session;
    }

    /**
     * An article that is about to change.
     *
     * @param now the instant of the change, by the clock that decides what readers see
     * @param keys the lists that it stands in so far
     * @param visible whether readers see it so far
     */
    record Opened(Article article, Instant now, Set<String> keys, boolean visible) {}

    /** Something new, which no reader and no list knows yet. */
    static Opened made(Article article, Instant now) {
        return new Opened(article, now, Set.of(), false);
    }

    /**
     * Holds an article until the end of the transaction.
     *
     * @param expected null if any version will do
     * @throws ProblemException 404 if there is none, 412 if the client has not seen its present version
     */
    Opened open(Reference reference, IfMatch expected) {
        Article article = articles.heldAs(reference).orElseThrow(() -> ProblemException.noSuch("article", reference));
        return opened(article, expected);
    }

    Opened opened(Article article, IfMatch expected) {
        if (expected != null) {
            expected.check(article.version());
        }
        return opened(article, articles.now());
    }

    /** An article that the caller holds, at an instant that it has asked for. */
    static Opened opened(Article article, Instant now) {
        return new Opened(article, now, article.keys(), article.isVisibleAt(now));
    }

    /** Ends a change: a revision, and a line in the change log, whose number is answered. */
    long save(Opened opened, String action) {
        Article article = opened.article();
        session.flush();
        if (article.isPublished()) {
            stories.settle(article);
        }
        revisions.append(article.id(), article.version(), action, ArticleDraft.of(article, opened.now()));
        boolean visible = article.isVisibleAt(opened.now());
        return changes.append(Change.of(kind(opened, visible), "article", article.id(), article.slug())
                .touching(union(opened.keys(), article.keys()))
                .visibleIf(visible || opened.visible()));
    }

    /** Ends the life of an article. */
    void remove(Opened opened) {
        Article article = opened.article();
        boolean seen = article.wasSeenBefore(opened.now());
        articles.remove(article, seen);
        changes.append(Change.of(ChangeKind.DELETE, "article", article.id(), article.slug())
                .touching(opened.keys())
                .visibleIf(seen));
    }

    private static ChangeKind kind(Opened opened, boolean visible) {
        if (visible != opened.visible()) {
            return visible ? ChangeKind.PUBLISH : ChangeKind.UNPUBLISH;
        }
        return opened.keys().isEmpty() ? ChangeKind.CREATE : ChangeKind.UPDATE;
    }

    private static Set<String> union(Set<String> before, Set<String> after) {
        return Stream.concat(before.stream(), after.stream()).collect(Collectors.toSet());
    }
}
