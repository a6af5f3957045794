package press.broadsheet.editing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.Article;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;
import press.broadsheet.section.Crumb;

/** A page of the editors' list of articles. */
@Schema(description = "A page of the editors' list of articles")
record ArticleEntryPage(List<ArticleEntry> items, PageInfo page) implements Paged {

    /** An article in the editors' list. */
    @Schema(description = "An article in the editors' list")
    record ArticleEntry(
            @Schema(description = "Stable identifier") UUID id,

            @Schema(examples = "sea-wall-what-the-council-decided")
            String slug,

            @Schema(description = "draft, scheduled, published, withdrawn or taken-down", examples = "scheduled")
            String status,

            @Schema(examples = "Sea wall: what the council decided")
            String title,

            Crumb section,
            @Schema(nullable = true) Instant publishedAt,
            @Schema(nullable = true) Instant unpublishAt,
            Instant updatedAt,

            @Schema(description = "Goes up with every change; the ETag", examples = "7")
            int version) {

        static ArticleEntry of(Article article, Instant now) {
            return new ArticleEntry(
                    article.id(),
                    article.slug(),
                    article.statusAt(now),
                    article.title(),
                    article.section().crumb(),
                    article.publishedAt(),
                    article.unpublishAt(),
                    article.updatedAt(),
                    article.version());
        }
    }
}
