package press.broadsheet.editing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.article.Body;
import press.broadsheet.content.Slug;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.site.Site;
import press.broadsheet.writing.Versioned;

/** An article as its editors see it, in whatever state. */
@Schema(description = "An article as its editors see it")
public record ManagedArticle(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(description = "draft, scheduled, published, withdrawn or taken-down", examples = "scheduled")
        String status,

        @Schema(nullable = true) Instant publishAt,
        @Schema(nullable = true) Instant unpublishAt,

        @Schema(description = "What a PUT would send to leave it as it is, and what a PATCH is applied to")
        ArticleDraft draft,

        @Schema(description = "As readers get it in lists") ArticleCard article,

        @Schema(description = "As readers get it", nullable = true)
        Body body,

        @Schema(description = "The version of the policy that cleaned the body", examples = "2026-11")
        String policy,

        @Schema(description = "What it is called where it comes from", nullable = true)
        Origin origin,

        Instant createdAt,

        @Schema(description = "Goes up with every change; the ETag", examples = "7")
        int version)
        implements Versioned {

    /** The natural key of an article. */
    @Schema(description = "What an article is called where it comes from")
    public record Origin(
            @Schema(examples = "north-sea-wire") String source,
            @Schema(examples = "nsw-20261123-0042") String externalId) {
        private static final Pattern EXTERNAL_ID = Pattern.compile("[^\\p{Cntrl}]{1,200}");

        /**
         * Of two segments of a path.
         *
         * @throws ProblemException 400 if they can't be one
         */
        static Origin of(String source, String externalId) {
            if (!Slug.isValid(source) || !EXTERNAL_ID.matcher(externalId).matches()) {
                throw ProblemException.of(
                        ProblemType.INVALID_PARAMETERS,
                        List.of(
                                Violation.inParameter(
                                        "source", "malformed", "must be lower-case words joined by hyphens"),
                                Violation.inParameter(
                                        "externalId", "malformed", "must be 1 to 200 printable characters")));
            }
            return new Origin(source, externalId);
        }
    }

    static ManagedArticle of(Article article, Site site, Instant now) {
        return new ManagedArticle(
                article.id(),
                article.statusAt(now),
                article.isScheduledAt(now) ? article.publishedAt() : null,
                article.unpublishAt(),
                ArticleDraft.of(article, now),
                ArticleCard.of(article, site),
                Body.of(article.body()),
                article.body().policy(),
                article.origin() == null ? null : new Origin(article.origin(), article.externalId()),
                article.createdAt(),
                article.version());
    }
}
