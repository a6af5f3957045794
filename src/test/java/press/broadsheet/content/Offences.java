package press.broadsheet.content;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a browser would find in some HTML that must not be there. Reads it with the HTML5 parser that Firefox's was translated
 * from, where scripts run and where they do not, and knows nothing of the code that cleans: the lists stand here again.
 */
final class Offences {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private static final Set<String> ELEMENTS = Set.of(
            ("p div br hr h2 h3 h4 blockquote pre ul ol li dl dt dd figure figcaption a b strong i em u s sub sup small mark q cite"
                            + " abbr time code kbd samp var dfn ins del bdi bdo ruby rt rp wbr img table caption thead tbody tfoot tr th td")
                    .split(" "));

    private static final Set<String> ANYWHERE = Set.of("lang", "dir");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("a", Set.of("href", "rel", "title")),
            Map.entry("img", Set.of("src", "alt", "title", "width", "height")),
            Map.entry("abbr", Set.of("title")),
            Map.entry("dfn", Set.of("title")),
            Map.entry("ol", Set.of("start")),
            Map.entry("td", Set.of("colspan", "rowspan")),
            Map.entry("th", Set.of("colspan", "rowspan", "scope")),
            Map.entry("time", Set.of("datetime")),
            Map.entry("ins", Set.of("datetime")),
            Map.entry("del", Set.of("datetime")));

    private static final Map<String, Set<String>> SCHEMES =
            Map.of("href", Set.of("http", "https", "mailto", "tel"), "src", Set.of("http", "https"));

    /** As the URL standard finds it: tabs and line breaks are dropped, controls and spaces before it too. */
    private static final Pattern SCHEME = Pattern.compile("^[\\x00-\\x20]*([a-zA-Z][a-zA-Z0-9+.-]*):");

    /** What XML cannot hold; feeds carry these texts. */
    private static final Pattern ILLEGAL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\p{Cs}\\uFFFE\\uFFFF]");

    private Offences() {}

    static List<String> in(String html) {
        return Stream.concat(read(html, true).stream(), read(html, false).stream())
                .distinct()
                .toList();
    }

    private static List<String> read(String html, boolean scripting) {
        try {
            HtmlDocumentBuilder browser = new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW);
            browser.setScriptingEnabled(scripting);
            List<String> offences = new ArrayList<>();
            judgeAll(browser.parseFragment(new InputSource(new StringReader(html)), "div"), offences);
            return offences;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SAXException malformed) {
            return List.of(malformed.toString());
        }
    }

    private static void judgeAll(Node root, List<String> offences) {
        for (Node node = root.getFirstChild(); node != null; node = after(node, root)) {
            switch (node.getNodeType()) {
                case Node.ELEMENT_NODE -> judge(node, offences);
                case Node.TEXT_NODE -> judgeText(node.getNodeValue(), offences);
                default -> offences.add("a node of type " + node.getNodeType());
            }
        }
    }

    /** In document order and without recursion, since some of the texts are thousands of elements deep. */
    private static Node after(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node next = node;
        while (next != root && next.getNextSibling() == null) {
            next = next.getParentNode();
        }
        return next == root ? null : next.getNextSibling();
    }

    private static void judge(Node element, List<String> offences) {
        String name = element.getLocalName();
        if (!XHTML.equals(element.getNamespaceURI()) || !ELEMENTS.contains(name)) {
            offences.add("<" + name + ">");
        }
        for (int at = 0; at < element.getAttributes().getLength(); at++) {
            Node attribute = element.getAttributes().item(at);
            String key = attribute.getNodeName();
            if (!ANYWHERE.contains(key)
                    && !ATTRIBUTES.getOrDefault(name, Set.of()).contains(key)) {
                offences.add("<" + name + " " + key + ">");
            }
            judgeText(attribute.getNodeValue(), offences);
            judgeAddress(key, attribute.getNodeValue(), offences);
        }
    }

    private static void judgeAddress(String attribute, String value, List<String> offences) {
        Matcher scheme = SCHEME.matcher(value.replaceAll("[\\t\\n\\r]", ""));
        Set<String> allowed = SCHEMES.get(attribute);
        if (allowed != null
                && scheme.find()
                && !allowed.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            offences.add(attribute + "=" + value);
        }
    }

    private static void judgeText(String text, List<String> offences) {
        if (ILLEGAL.matcher(text).find()) {
            offences.add("illegal characters: " + text);
        }
    }
}
