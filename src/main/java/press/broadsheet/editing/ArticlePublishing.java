package press.broadsheet.editing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.article.Article;
import press.broadsheet.content.Reference;
import press.broadsheet.editing.ArticleSaving.Opened;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.writing.IfMatch;

/** The only place where it changes, apart from a draft, when readers see an article. */
@ApplicationScoped
public class ArticlePublishing {
    private final ArticleSaving saving;

    ArticlePublishing(ArticleSaving saving) {
        this.saving = saving;
    }

    /** Lets readers see it from now on; what they have seen before keeps its date. */
    Article publish(Reference reference, IfMatch expected) {
        Opened opened = saving.open(reference, expected);
        Article article = opened.article();
        if (article.isVisibleAt(opened.now())) {
            return article;
        }
        Instant from = article.wasSeenBefore(opened.now()) ? article.publishedAt() : opened.now();
        article.publish(from, null, opened.now());
        saving.save(opened, "publish");
        return article;
    }

    /** Takes it back; a scheduled one becomes a draft again. */
    Article unpublish(Reference reference, IfMatch expected) {
        Opened opened = saving.open(reference, expected);
        Article article = opened.article();
        if (!article.isPublished()) {
            throw ProblemException.of(ProblemType.CONFLICT, "The article is neither published nor scheduled.");
        }
        article.withdraw(opened.now());
        saving.save(opened, "unpublish");
        return article;
    }

    /** Says when readers shall see it, and until when; what the schedule leaves out is no longer planned. */
    Article schedule(Reference reference, IfMatch expected, ScheduleDraft schedule) {
        Opened opened = saving.open(reference, expected);
        Article article = opened.article();
        Instant now = opened.now();
        boolean visible = article.isVisibleAt(now);
        if (schedule.publishAt() == null && !visible) {
            if (schedule.unpublishAt() != null) {
                throw refused("/publishAt", "missing", "is needed: readers do not see the article yet");
            }
            article.withdraw(now);
        } else {
            article.publish(start(schedule, article, visible, now), schedule.unpublishAt(), now);
        }
        saving.save(opened, "schedule");
        return article;
    }

    private static Instant start(ScheduleDraft schedule, Article article, boolean visible, Instant now) {
        if (visible && schedule.publishAt() != null) {
            throw refused("/publishAt", "not-allowed", "is past: readers see the article; unpublish it first");
        }
        if (!visible && !schedule.publishAt().isAfter(now)) {
            throw refused("/publishAt", "out-of-range", "must be to come; use publish to show the article now");
        }
        Instant from = visible ? article.publishedAt() : schedule.publishAt();
        if (schedule.unpublishAt() != null && !schedule.unpublishAt().isAfter(visible ? now : from)) {
            throw refused("/unpublishAt", "out-of-range", "must be to come, and later than the publication");
        }
        return from;
    }

    /** Takes it back for good. */
    TakenDown takeDown(Reference reference, IfMatch expected) {
        Opened opened = saving.open(reference, expected);
        opened.article().takeDown(opened.now());
        return new TakenDown(opened.article().id(), saving.save(opened, "takedown"));
    }

    /** An article that was taken down, and the number of the change, for whoever waits until all nodes know it. */
    record TakenDown(UUID article, long change) {}

    /** Takes a published article back, whatever its version. */
    public void withdraw(UUID id) {
        unpublish(new Reference(id.toString()), null);
    }

    private static ProblemException refused(String pointer, String code, String detail) {
        return ProblemException.of(ProblemType.INVALID_CONTENT, List.of(Violation.inBody(pointer, code, detail)));
    }
}
