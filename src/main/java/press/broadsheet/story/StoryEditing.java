package press.broadsheet.story;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Reference;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.writing.IfMatch;

/** The only place where editors change stories. */
@ApplicationScoped
class StoryEditing {
    private final ArticleRepository articles;
    private final StoryRepository stories;
    private final ChangeLog changes;

    StoryEditing(ArticleRepository articles, StoryRepository stories, ChangeLog changes) {
        this.articles = articles;
        this.stories = stories;
        this.changes = changes;
    }

    /** An article's story, whatever state the article is in. */
    StoryRepresentation of(Reference reference) {
        return of(withReference(reference));
    }

    /**
     * Puts an article into the story of another one, makes it the one that lists show, or both.
     *
     * @throws ProblemException 412 if the story has changed since the client read it; 422 if the other article is none, or in
     *     another language
     */
    StoryRepresentation correct(Reference reference, IfMatch expected, StoryDraft draft) {
        Article article = opened(reference, expected);
        if (draft.join() != null) {
            Article other = articles.referredToBy(draft.join()).orElseThrow(() -> unknown(draft.join()));
            checkAlike(article, other);
            stories.decide(article.id(), other.id());
        }
        if (draft.lead() != null) {
            stories.lead(article.id(), draft.lead());
        }
        tell(article);
        return of(article);
    }

    /** Takes an article out of its story, so that it is not put into one again unless by an editor. */
    void leave(Reference reference, IfMatch expected) {
        Article article = opened(reference, expected);
        stories.decide(article.id(), null);
        tell(article);
    }

    private Article opened(Reference reference, IfMatch expected) {
        stories.hold();
        Article article = withReference(reference);
        expected.check(of(article).version());
        return article;
    }

    private void tell(Article article) {
        changes.append(Change.of(ChangeKind.UPDATE, "story", article.id(), article.slug())
                .touching(article.keys()));
    }

    private StoryRepresentation of(Article article) {
        UUID story = stories.storyOf(article.id());
        return StoryRepresentation.of(story, stories.members(story));
    }

    private Article withReference(Reference reference) {
        return articles.referredToBy(reference).orElseThrow(() -> ProblemException.noSuch("article", reference));
    }

    private static void checkAlike(Article article, Article other) {
        if (article.id().equals(other.id()) || !article.language().equalsIgnoreCase(other.language())) {
            throw invalid("/join", "out-of-range", "must be another article in the same language");
        }
    }

    private static ProblemException unknown(Reference reference) {
        return invalid("/join", "unknown", "There is no article '" + reference + "'");
    }

    private static ProblemException invalid(String pointer, String code, String detail) {
        return ProblemException.of(ProblemType.INVALID_CONTENT, List.of(Violation.inBody(pointer, code, detail)));
    }
}
