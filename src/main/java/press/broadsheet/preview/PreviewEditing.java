package press.broadsheet.preview;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import press.broadsheet.access.Actor;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleRepository;
import press.broadsheet.change.Change;
import press.broadsheet.change.ChangeKind;
import press.broadsheet.change.ChangeLog;
import press.broadsheet.content.Reference;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;

/** The only place where previews are made and revoked. */
@ApplicationScoped
class PreviewEditing {
    private final PreviewRepository previews;
    private final ArticleRepository articles;
    private final ChangeLog changes;
    private final Actor actor;
    private final Clock clock;
    private final String url;

    /** @param url the address under which clients reach this server */
    PreviewEditing(
            PreviewRepository previews,
            ArticleRepository articles,
            ChangeLog changes,
            Actor actor,
            Clock clock,
            @ConfigProperty(name = "broadsheet.url") String url) {
        this.previews = previews;
        this.articles = articles;
        this.changes = changes;
        this.actor = actor;
        this.clock = clock;
        this.url = url;
    }

    /** @throws ProblemException 422 if the draft names no article and no instant, or both, or an article that there is not */
    NewPreview create(PreviewDraft draft) {
        Instant now = clock.instant();
        PreviewToken token = PreviewToken.random();
        Preview preview = named(draft).opensWith(token, actor.name(), now, draft.time());
        previews.removeExpired(now);
        previews.persist(preview);
        changes.append(Change.of(ChangeKind.CREATE, "preview", preview.id(), null));
        String address = url + PreviewAddress.of(token);
        return new NewPreview(
                PreviewRepresentation.of(preview),
                token.text(),
                preview.asOf() == null ? address + PreviewAddress.ARTICLE : address);
    }

    /** Nobody can open it from the commit on. */
    void revoke(UUID id) {
        if (!previews.deleteById(id)) {
            throw ProblemException.noSuch("preview", id);
        }
        changes.append(Change.of(ChangeKind.DELETE, "preview", id, null));
    }

    private Preview named(PreviewDraft draft) {
        if ((draft.article() == null) == (draft.asOf() == null)) {
            throw refused("", "exactly-one", "must have either `article` or `asOf`");
        }
        return draft.article() == null
                ? Preview.ofSite(draft.asOf())
                : Preview.ofArticle(article(draft.article()).id());
    }

    private Article article(Reference reference) {
        return articles.referredToBy(reference)
                .orElseThrow(() -> refused("/article", "unknown", "There is no article '" + reference + "'"));
    }

    private static ProblemException refused(String pointer, String code, String detail) {
        return ProblemException.of(ProblemType.INVALID_CONTENT, List.of(Violation.inBody(pointer, code, detail)));
    }
}
