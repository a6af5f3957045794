package press.broadsheet.editing;

import java.time.Instant;
import java.util.Objects;

import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleState;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;

/**
 * From when and until when readers shall see an article.
 *
 * @param until null for ever
 */
record Publication(Instant from, Instant until) {

    /**
     * What a draft wants, null if it wants nothing of the kind; what can't be is added to the violations.
     *
     * @param present the article that the draft revises, null for a new one
     */
    static Publication of(ArticleDraft draft, Article present, Instant now, Violations violations) {
        if (draft.publishedAt() != null && !draft.wantsPublication()) {
            violations.add(Violation.inBody(
                    "/publishedAt", "not-allowed", "needs status 'published'; use publishAt to schedule an article"));
        }
        if (draft.publishedAt() != null && draft.publishedAt().isAfter(now)) {
            violations.add(Violation.inBody("/publishedAt", "out-of-range", "must be past; use publishAt to schedule"));
        }
        if (draft.publishAt() != null && draft.publishedAt() != null) {
            violations.add(Violation.inBody("/publishAt", "not-allowed", "contradicts publishedAt: leave one out"));
        }
        if (draft.publishAt() != null && draft.wantsWithdrawal()) {
            violations.add(
                    Violation.inBody("/publishAt", "not-allowed", "schedules the article: leave out status 'draft'"));
        }
        Instant from = from(draft, present, now);
        if (draft.unpublishAt() != null && (from == null || !draft.unpublishAt().isAfter(from))) {
            violations.add(Violation.inBody("/unpublishAt", "out-of-range", "must be later than the publication"));
        }
        return from == null ? null : new Publication(from, draft.unpublishAt());
    }

    private static Instant from(ArticleDraft draft, Article present, Instant now) {
        if (draft.publishAt() != null) {
            return draft.publishAt();
        }
        if (!draft.wantsPublication()) {
            return null;
        }
        if (draft.publishedAt() != null) {
            return draft.publishedAt();
        }
        // What readers have seen keeps its place in every list.
        return present != null && present.wasSeenBefore(now) ? present.publishedAt() : now;
    }

    /** Whether an article is published just like this. */
    boolean holdsFor(Article article) {
        return article.state() == ArticleState.PUBLISHED
                && from.equals(article.publishedAt())
                && Objects.equals(until, article.unpublishAt());
    }
}
