package press.broadsheet.content;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * HTML that the policy would not change any more. That is what makes it safe in a browser: what is shown is not the policy's
 * first answer, which a browser could read in another way than it was meant, but one that, read again by an HTML5 parser and
 * put before the policy again, comes out the same.
 *
 * @param html in the shortest form: only what must be encoded is
 * @param text the same as plain text
 */
record CleanHtml(String html, String text) {
    /** Of 60,000 random heaps of tags 99% were settled at once and all but a handful, which never are, after one more. */
    private static final int MOST_ROUNDS = 3;

    static CleanHtml of(String html) {
        Element body = shown(html);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String once = written(body);
            Element again = shown(once);
            if (written(again).equals(once)) {
                return new CleanHtml(once, PlainText.of(body));
            }
            body = again;
        }
        return literally(PlainText.of(body));
    }

    /** The way out for what never settles: its words, in one paragraph. */
    private static CleanHtml literally(String text) {
        Element body = unformatted(Document.createShell("")).body();
        body.appendElement("p").text(text);
        return new CleanHtml(written(body), text);
    }

    private static Element shown(String html) {
        String lines = html.replace("\r\n", "\n").replace('\r', '\n');
        Document document = unformatted(Jsoup.parseBodyFragment(HtmlPolicy.applied(lines)));
        document.select("pre").forEach(CleanHtml::startWithWords);
        return document.body();
    }

    private static Document unformatted(Document document) {
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /** A parser drops the first line break in a pre, so that each reading would lose one more. */
    private static void startWithWords(Element pre) {
        if (pre.childNodeSize() > 0 && pre.childNode(0) instanceof TextNode first) {
            first.text(first.getWholeText().replaceFirst("^\n+", ""));
        }
    }

    private static String written(Element body) {
        return body.html().strip();
    }
}
