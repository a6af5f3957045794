package press.broadsheet.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article's text as readers get it. */
@Schema(name = "ArticleBody", description = "An article's text")
public record Body(
        @Schema(description = "Safe to put into a page", examples = "<p>The council voted.</p>")
        String html,

        @Schema(description = "Without markup, a blank line between paragraphs", examples = "The council voted.")
        String text,

        @Schema(examples = "412") int words,

        @Schema(description = "At 238 words a minute, rounded up", examples = "2")
        int readingMinutes) {
    /**
     * Silent reading of English non-fiction by adults. Marc Brysbaert, "How many words do we read per minute?", Journal of
     * Memory and Language 109 (2019).
     */
    private static final int WORDS_PER_MINUTE = 238;

    public static Body of(ArticleBody body) {
        int minutes = Math.max(1, (body.words() + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE);
        return new Body(body.html(), body.text(), body.words(), minutes);
    }
}
