package press.broadsheet.content;

import java.util.regex.Pattern;

/**
 * A text as a client sent it, and what may be shown of it. Every way into the database leads through here: HTML that the
 * policy does not know is dropped or said in elements that it knows, what was embedded becomes a link, and cleaning what is
 * clean changes nothing. Takes time and memory about linear in the length, whatever was sent.
 *
 * @param raw what was sent, kept so that a later policy can be applied to it again
 * @param format what {@code raw} is written in
 * @param html what may be shown in a page
 * @param text the same without markup: a blank line between paragraphs, a line for an item or a row, a tab between cells
 * @param words how many words {@code text} has, by Unicode's rules
 * @param policy the version of the policy that made {@code html}
 */
public record SafeText(String raw, Format format, String html, String text, int words, String policy) {
    /** Raise it with every change of what comes out. */
    public static final String POLICY = "2026-11";

    /** What a text can be written in. */
    public enum Format {
        HTML,
        MARKDOWN
    }

    /** U+0000 and halves of a surrogate pair: no database keeps them, and no parser of HTML either. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    public static SafeText ofHtml(String raw) {
        return of(raw, Format.HTML);
    }

    public static SafeText ofMarkdown(String raw) {
        return of(raw, Format.MARKDOWN);
    }

    public static SafeText of(String raw, Format format) {
        String kept = UNSTORABLE.matcher(raw).replaceAll("\uFFFD");
        CleanHtml clean =
                switch (format) {
                    case HTML -> CleanHtml.of(kept);
                    case MARKDOWN -> CleanHtml.of(Markdown.toHtml(kept));
                };
        return new SafeText(kept, format, clean.html(), clean.text(), PlainText.words(clean.text()), POLICY);
    }
}
