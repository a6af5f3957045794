package press.broadsheet.content;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Says in elements that the policy knows what somebody said in others, so that nothing is lost that a reader would miss: two
 * {@code section}s do not run into one line, and what was embedded becomes a link. Stands before the policy, which judges
 * what comes out of it like all the rest.
 */
final class Substitution implements HtmlStreamEventReceiver {
    /** The title is the page's h1, so that a text begins at h2. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("h1", "h2"),
            Map.entry("h5", "h4"),
            Map.entry("h6", "h4"),
            Map.entry("acronym", "abbr"),
            Map.entry("strike", "s"),
            Map.entry("tt", "code"),
            Map.entry("listing", "pre"),
            Map.entry("xmp", "pre"),
            Map.entry("dir", "ul"),
            Map.entry("menu", "ul"),
            Map.entry("address", "div"),
            Map.entry("article", "div"),
            Map.entry("aside", "div"),
            Map.entry("center", "div"),
            Map.entry("details", "div"),
            Map.entry("fieldset", "div"),
            Map.entry("footer", "div"),
            Map.entry("form", "div"),
            Map.entry("header", "div"),
            Map.entry("hgroup", "div"),
            Map.entry("legend", "div"),
            Map.entry("main", "div"),
            Map.entry("nav", "div"),
            Map.entry("section", "div"),
            Map.entry("summary", "div"));

    /** Where an element says what it embeds. */
    private static final Map<String, String> EMBEDDING =
            Map.of("iframe", "src", "embed", "src", "object", "data", "video", "src", "audio", "src");

    private static final int MOST_ATTRIBUTES = 100;

    private final HtmlStreamEventReceiver policy;

    /** What stands in a frame is for browsers that know none. */
    private boolean inFrame;

    Substitution(HtmlStreamEventReceiver policy) {
        this.policy = policy;
    }

    @Override
    public void openDocument() {
        policy.openDocument();
    }

    @Override
    public void closeDocument() {
        policy.closeDocument();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        inFrame = "iframe".equals(element);
        Map<String, String> distinct = firstOfEach(attributes);
        if (EMBEDDING.containsKey(element)) {
            link(distinct.getOrDefault(EMBEDDING.get(element), "").strip());
        } else {
            open(KNOWN.getOrDefault(element, element), distinct);
        }
    }

    @Override
    public void text(String text) {
        if (!inFrame) {
            policy.text(text);
        }
    }

    @Override
    public void closeTag(String element) {
        inFrame = false;
        if (!EMBEDDING.containsKey(element)) {
            policy.closeTag(KNOWN.getOrDefault(element, element));
        }
    }

    private void link(String embedded) {
        String address = embedded.startsWith("//") ? "https:" + embedded : embedded;
        if (HtmlPolicy.isWebAddress(address)) {
            open("a", Map.of("href", address));
            policy.text(address);
            policy.closeTag("a");
        }
    }

    private void open(String element, Map<String, String> attributes) {
        List<String> inTurn = new ArrayList<>(2 * attributes.size());
        attributes.forEach((name, value) -> {
            inTurn.add(name);
            inTurn.add(value);
        });
        policy.openTag(element, inTurn);
    }

    /** As browsers do. The policy would too, but takes minutes over an element with ten thousand attributes. */
    private static Map<String, String> firstOfEach(List<String> attributes) {
        Map<String, String> first = new LinkedHashMap<>();
        Iterator<String> inTurn = attributes.iterator();
        while (inTurn.hasNext() && first.size() < MOST_ATTRIBUTES) {
            String name = inTurn.next();
            first.putIfAbsent(name, inTurn.next());
        }
        return first;
    }
}
