package press.broadsheet.editing;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleBody;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.article.ArticleState;
import press.broadsheet.article.Body;
import press.broadsheet.content.SafeText;
import press.broadsheet.site.Site;
import press.broadsheet.writing.Versioned;

/** An article as its editors see it, in whatever state. */
@Schema(description = "An article as its editors see it")
public record ManagedArticle(
        @Schema(description = "draft, scheduled, published or withdrawn", examples = "scheduled")
        String status,

        @Schema(nullable = true) Instant publishAt,
        @Schema(nullable = true) Instant unpublishAt,
        @Schema(description = "As readers get it in lists") ArticleCard article,

        @Schema(description = "As readers get it", nullable = true)
        Body body,

        @Schema(description = "As it was sent", nullable = true)
        Raw raw,

        Instant createdAt,

        @Schema(description = "Goes up with every change; the ETag", examples = "7")
        int version)
        implements Versioned {

    /** An article's text as it was sent, and the version of the policy that cleaned it. */
    @Schema(name = "RawBody")
    public record Raw(
            SafeText.Format format,
            String text,
            @Schema(examples = "2026-11") String policy) {}

    static ManagedArticle of(Article article, Site site, Instant now) {
        ArticleBody body = article.body();
        boolean toCome = article.state() == ArticleState.PUBLISHED
                && article.publishedAt().isAfter(now);
        return new ManagedArticle(
                toCome ? "scheduled" : article.state().code(),
                toCome ? article.publishedAt() : null,
                article.unpublishAt(),
                ArticleCard.of(article, site),
                Body.of(body),
                new Raw(body.format(), body.raw(), body.policy()),
                article.createdAt(),
                article.version());
    }
}
