package press.broadsheet.editing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.Article;
import press.broadsheet.article.ArticleState;
import press.broadsheet.article.Source;
import press.broadsheet.content.Reference;
import press.broadsheet.content.Slug;
import press.broadsheet.media.Image;

/** An article as a client sends it. */
@Schema(description = "An article to be")
public record ArticleDraft(
        @Schema(examples = "Sea wall: what the council decided") @NotBlank @Size(max = 300) String title,

        @Schema(
                description = "Made from the title if absent",
                examples = "sea-wall-what-the-council-decided",
                nullable = true)
        @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN, message = "must be lower-case ASCII words joined by hyphens") String slug,

        @Schema(description = "What kind of piece it is; 'article' if absent", examples = "article", nullable = true)
        @Size(max = 40) @Pattern(regexp = Slug.PATTERN, message = "must be lower-case ASCII words joined by hyphens") String type,

        @Schema(examples = "Forty votes to eleven, and a bill of 61 million.", nullable = true) @Size(max = 1000) String summary,

        @Schema(description = "BCP 47; the site's if absent", examples = "en-GB", nullable = true) @Size(max = 35) String lang,

        @Schema(description = "By id or slug", examples = "city") @NotNull Reference section,

        @Schema(
                description = "By ids or slugs, the most important first",
                examples = "[\"city-council\", \"sea-wall\"]")
        @Size(max = 50) List<@NotNull Reference> tags,

        @Schema(description = "By ids or slugs, in order", examples = "[\"imogen-hartley\"]") @Size(max = 20) List<@NotNull Reference> authors,

        @Schema(nullable = true) @Valid Image image,

        @Schema(nullable = true) @Valid BodyDraft body,

        @Schema(nullable = true) @Valid Source source,

        @Schema(
                description = "Where it stands first, if elsewhere",
                examples = "https://example.org/sea-wall",
                nullable = true)
        @Size(max = 2000) @Pattern(regexp = "https?://[^\\s\"'<>]+", message = "must be an http or https address") String canonicalUrl,

        @Schema(description = "'draft' if absent", nullable = true)
        Status status,

        @Schema(description = "When readers shall see it; schedules the article", nullable = true)
        Instant publishAt,

        @Schema(description = "When readers shall see it no longer", nullable = true)
        Instant unpublishAt,

        @Schema(description = "For archives: when it was published; needs status 'published'", nullable = true)
        Instant publishedAt,

        @Schema(description = "Puts it at the end of the editors' featured collection", nullable = true)
        Boolean featured) {

    /** What a client may ask for; an article is scheduled by {@code publishAt}. */
    public enum Status {
        DRAFT,
        PUBLISHED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ArticleDraft {
        tags = tags == null ? List.of() : tags;
        authors = authors == null ? List.of() : authors;
    }

    /** What a client would send to leave an article as it is. */
    public static ArticleDraft of(Article article, Instant now) {
        boolean published = article.state() == ArticleState.PUBLISHED;
        boolean scheduled = article.isScheduledAt(now);
        return new ArticleDraft(
                article.title(),
                article.slug(),
                article.type(),
                article.summary(),
                article.lang(),
                new Reference(article.section().slug()),
                article.tags().stream().map(tag -> new Reference(tag.slug())).toList(),
                article.authors().stream()
                        .map(author -> new Reference(author.slug()))
                        .toList(),
                article.image(),
                BodyDraft.of(article.body()),
                article.source(),
                article.canonicalUrl(),
                published ? Status.PUBLISHED : null,
                scheduled ? article.publishedAt() : null,
                article.unpublishAt(),
                published && !scheduled ? article.publishedAt() : null,
                null);
    }

    /** The same words, whatever the slug was and whether readers saw them. */
    ArticleDraft withoutPlace() {
        return new ArticleDraft(
                title,
                null,
                type,
                summary,
                lang,
                section,
                tags,
                authors,
                image,
                body,
                source,
                canonicalUrl,
                null,
                null,
                null,
                null,
                null);
    }

    boolean wantsWithdrawal() {
        return status == Status.DRAFT;
    }

    boolean wantsPublication() {
        return status == Status.PUBLISHED;
    }

    public boolean wantsFeaturing() {
        return Boolean.TRUE.equals(featured);
    }
}
