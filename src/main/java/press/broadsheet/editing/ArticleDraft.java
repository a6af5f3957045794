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
import press.broadsheet.article.Source;
import press.broadsheet.content.Reference;
import press.broadsheet.content.Slug;
import press.broadsheet.media.Image;

/** An article as a client sends it. */
@Schema(description = "An article to be")
public record ArticleDraft(
        @Schema(examples = "Sea wall: what the council decided") @NotBlank @Size(max = 300) String title,

        @Schema(description = "Made from the title if absent", examples = "sea-wall-what-the-council-decided")
        @Size(max = Slug.MAX_LENGTH) @Pattern(regexp = Slug.PATTERN, message = "must be lower-case ASCII words joined by hyphens") String slug,

        @Schema(description = "What kind of piece it is; 'article' if absent", examples = "article")
        @Size(max = 40) @Pattern(regexp = Slug.PATTERN, message = "must be lower-case ASCII words joined by hyphens") String type,

        @Schema(examples = "Forty votes to eleven, and a bill of 61 million.") @Size(max = 1000) String summary,

        @Schema(description = "BCP 47; the site's if absent", examples = "en-GB") @Size(max = 35) String lang,

        @Schema(description = "By id or slug", examples = "city") @NotNull Reference section,

        @Schema(
                description = "By ids or slugs, the most important first",
                examples = "[\"city-council\", \"sea-wall\"]")
        @Size(max = 50) List<@NotNull Reference> tags,

        @Schema(description = "By ids or slugs, in order", examples = "[\"imogen-hartley\"]") @Size(max = 20) List<@NotNull Reference> authors,

        @Valid Image image,

        @Valid BodyDraft body,

        @Valid Source source,

        @Schema(description = "Where it stands first, if elsewhere", examples = "https://example.org/sea-wall")
        @Size(max = 2000) @Pattern(regexp = "https?://[^\\s\"'<>]+", message = "must be an http or https address") String canonicalUrl,

        @Schema(description = "'draft' if absent") Status status,

        @Schema(description = "When readers shall see it; schedules the article")
        Instant publishAt,

        @Schema(description = "When readers shall see it no longer")
        Instant unpublishAt,

        @Schema(description = "For archives: when it was published; needs status 'published'")
        Instant publishedAt,

        @Schema(description = "Puts it at the end of the editors' featured collection")
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

    boolean wantsPublication() {
        return status == Status.PUBLISHED;
    }

    boolean wantsFeaturing() {
        return Boolean.TRUE.equals(featured);
    }
}
