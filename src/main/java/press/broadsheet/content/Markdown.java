package press.broadsheet.content;

import java.util.List;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown (CommonMark with tables) made HTML, raw HTML in it included: the result has yet to be cleaned. What was written to
 * be expensive or is nested too deeply to be rendered is taken for HTML with blank lines between its paragraphs.
 */
final class Markdown {
    /** The parser leaves open deeper ones alone; the renderer recurses, and so must not meet a deep tree. */
    private static final int MOST_OPEN_BLOCKS = 64;

    private static final int DEEPEST = 200;

    private static final Pattern BLANK_LINES = Pattern.compile("\\R(?:[ \\t]*+\\R)++");

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(MOST_OPEN_BLOCKS)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private Markdown() {}

    static String toHtml(String markdown) {
        if (MarkdownCost.of(markdown) > MarkdownCost.BEARABLE) {
            return paragraphs(markdown);
        }
        Node document = PARSER.parse(markdown);
        return depth(document) > DEEPEST ? paragraphs(markdown) : RENDERER.render(document);
    }

    private static String paragraphs(String markdown) {
        return "<p>" + BLANK_LINES.matcher(markdown).replaceAll("</p>\n<p>") + "</p>";
    }

    private static int depth(Node root) {
        int deepest = 0;
        int depth = 0;
        Node node = root;
        while (node != null) {
            deepest = Math.max(deepest, depth);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return deepest;
    }
}
