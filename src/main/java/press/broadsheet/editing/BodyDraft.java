package press.broadsheet.editing;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.ArticleBody;
import press.broadsheet.content.SafeText;

/** An article's text as a client sends it: HTML or Markdown, not both. */
@Schema(description = "HTML or Markdown, not both")
public record BodyDraft(
        @Schema(examples = "<p>The council voted.</p>", nullable = true) @Size(max = BodyDraft.MAX_LENGTH) String html,

        @Schema(examples = "The council **voted**.", nullable = true) @Size(max = BodyDraft.MAX_LENGTH) String markdown) {
    static final int MAX_LENGTH = 500_000;

    @Schema(hidden = true)
    @AssertTrue(message = "needs either html or markdown") boolean isOneOfBoth() {
        return (html == null) != (markdown == null);
    }

    /** What a client would send to get the same; null where nothing was sent. */
    static BodyDraft of(ArticleBody body) {
        if (body.raw().isEmpty()) {
            return null;
        }
        return switch (body.format()) {
            case HTML -> new BodyDraft(body.raw(), null);
            case MARKDOWN -> new BodyDraft(null, body.raw());
        };
    }

    /** What may be shown of it. Takes the time; the rest of reading a draft is a matter of microseconds. */
    public SafeText cleaned() {
        return html == null ? SafeText.ofMarkdown(markdown) : SafeText.ofHtml(html);
    }
}
