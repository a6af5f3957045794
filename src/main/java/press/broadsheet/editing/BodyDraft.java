package press.broadsheet.editing;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.content.SafeText;

/** An article's text as a client sends it: HTML or Markdown, not both. */
@Schema(description = "HTML or Markdown, not both")
public record BodyDraft(
        @Schema(examples = "<p>The council voted.</p>") @Size(max = BodyDraft.MAX_LENGTH) String html,

        @Schema(examples = "The council **voted**.") @Size(max = BodyDraft.MAX_LENGTH) String markdown) {
    static final int MAX_LENGTH = 500_000;

    @Schema(hidden = true)
    @AssertTrue(message = "needs either html or markdown") boolean isOneOfBoth() {
        return (html == null) != (markdown == null);
    }

    SafeText cleaned() {
        return html == null ? SafeText.ofMarkdown(markdown) : SafeText.ofHtml(html);
    }
}
