package press.broadsheet.syndication;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;

/** HTML that is read away from its page: what it refers to relative to that is given in full. */
final class AbsoluteHtml {
    private AbsoluteHtml() {}

    /**
     * The same HTML with absolute addresses.
     *
     * @param html as {@link press.broadsheet.content.SafeText} cleaned it
     * @param page the address of the page that it stands in
     */
    static String of(String html, String page) {
        Document document = Jsoup.parseBodyFragment(html, page);
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        for (String attribute : List.of("href", "src")) {
            document.body()
                    .select("[" + attribute + "]")
                    .forEach(element -> element.attr(attribute, element.absUrl(attribute)));
        }
        return document.body().html();
    }
}
