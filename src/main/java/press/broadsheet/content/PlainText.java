package press.broadsheet.content;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Markup read as text: blocks are parted by a blank line, white space is folded. */
final class PlainText {
    private PlainText() {}

    static String of(Element body) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(new Reading(text), body);
        return text.toString()
                .replaceAll("[ \\t\\x0B\\f\\r]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.split("\\s+").length;
    }

    private record Reading(StringBuilder text) implements NodeVisitor {
        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replace('\n', ' '));
            } else if (node instanceof Element element && "br".equals(element.tagName())) {
                text.append('\n');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                text.append("\n\n");
            }
        }
    }
}
