package press.broadsheet.content;

import java.util.List;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * A text as a client sent it, and what may be shown of it. Every way into the database leads through here: HTML that the
 * policy does not know is dropped, frames become links, and cleaning what is clean changes nothing.
 *
 * @param raw what was sent, kept so that a later policy can be applied to it again
 * @param format what {@code raw} is written in
 * @param html what may be shown in a page
 * @param text the same without markup, a blank line between paragraphs
 * @param words how many words {@code text} has
 * @param policy the version of the policy that made {@code html}
 */
public record SafeText(String raw, Format format, String html, String text, int words, String policy) {
    /** Raise it with every change of the policy below. */
    public static final String POLICY = "2026-11";

    /** What a text can be written in. */
    public enum Format {
        HTML,
        MARKDOWN
    }

    /** Relative addresses are kept; jsoup needs an address to test their protocol against. */
    private static final String BASE = "https://broadsheet.invalid/";

    private static final Cleaner CLEANER = new Cleaner(new Safelist()
            .addTags("p", "br", "hr", "h2", "h3", "h4", "blockquote", "q", "cite", "ul", "ol", "li", "dl", "dt", "dd")
            .addTags(
                    "a", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "mark", "abbr", "time", "code",
                    "pre")
            .addTags("figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .addAttributes("a", "href", "title")
            .addAttributes("abbr", "title")
            .addAttributes("img", "src", "alt", "title", "width", "height")
            .addAttributes("ol", "start")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addAttributes("time", "datetime")
            .addAttributes(":all", "lang", "dir")
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .addProtocols("img", "src", "http", "https")
            .addEnforcedAttribute("a", "rel", "noopener")
            .preserveRelativeLinks(true));

    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser MARKDOWN =
            Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    public static SafeText ofHtml(String raw) {
        return cleaned(raw, Format.HTML, raw);
    }

    public static SafeText ofMarkdown(String raw) {
        return cleaned(raw, Format.MARKDOWN, RENDERER.render(MARKDOWN.parse(raw)));
    }

    public static SafeText of(String raw, Format format) {
        return switch (format) {
            case HTML -> ofHtml(raw);
            case MARKDOWN -> ofMarkdown(raw);
        };
    }

    private static SafeText cleaned(String raw, Format format, String html) {
        Document dirty = Jsoup.parseBodyFragment(html, BASE);
        dirty.select("iframe[src]").forEach(SafeText::linkInstead);
        Document clean = CLEANER.clean(dirty);
        clean.outputSettings().prettyPrint(false);
        String text = PlainText.of(clean.body());
        return new SafeText(raw, format, clean.body().html().strip(), text, PlainText.words(text), POLICY);
    }

    private static void linkInstead(Element frame) {
        String address = frame.absUrl("src");
        frame.replaceWith(new Element("a").attr("href", address).text(address));
    }
}
