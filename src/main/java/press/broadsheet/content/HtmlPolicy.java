package press.broadsheet.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.owasp.html.AttributePolicy;
import org.owasp.html.ElementPolicy;
import org.owasp.html.FilterUrlByProtocolAttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Which HTML may be shown: the structure of a text and nothing that runs, frames, submits, styles or names itself. Whoever
 * changes it raises {@link SafeText#POLICY}.
 */
final class HtmlPolicy {
    /** What browsers, proxies and the rest of this API take for an address. */
    private static final int LONGEST_ADDRESS = 2000;

    private static final AttributePolicy WEB_ADDRESS = new FilterUrlByProtocolAttributePolicy(Set.of("http", "https"));
    private static final AttributePolicy SHORT_ADDRESS =
            (element, attribute, address) -> address.length() <= LONGEST_ADDRESS && !address.isBlank() ? address : null;

    /** Behind a back tick the sanitiser sets a space, for old browsers; this takes the one of the reading before off. */
    private static final AttributePolicy STRIPPED = (element, attribute, value) -> value.strip();

    /** What a link may say of itself; {@code sponsored} is the law in places, {@code opener} would be a hole. */
    private static final Set<String> RELATIONS =
            Set.of("author", "external", "license", "nofollow", "noopener", "noreferrer", "sponsored", "ugc");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,5}%?");
    private static final Pattern INSTANT = Pattern.compile("[0-9A-Z:.+ -]{1,40}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "div", "br", "hr", "h2", "h3", "h4", "blockquote", "pre")
            .allowElements("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption")
            .allowElements(
                    "b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "mark", "q", "cite", "abbr", "time")
            .allowElements("code", "kbd", "samp", "var", "dfn", "ins", "del", "bdi", "bdo", "ruby", "rt", "rp", "wbr")
            .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .allowElements(having("href"), "a")
            .allowElements(having("src"), "img")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .matching(SHORT_ADDRESS)
            .onElements("a")
            .allowAttributes("rel")
            .matching((element, attribute, value) -> isRelation(value) ? value : null)
            .onElements("a")
            .allowAttributes("src")
            .matching(AttributePolicy.Util.join(SHORT_ADDRESS, WEB_ADDRESS))
            .onElements("img")
            .allowAttributes("alt")
            .matching(STRIPPED)
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(LENGTH)
            .onElements("img")
            .allowAttributes("title")
            .matching(STRIPPED)
            .onElements("a", "abbr", "dfn", "img")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("td", "th")
            .allowAttributes("scope")
            .matching(true, "row", "col", "rowgroup", "colgroup")
            .onElements("th")
            .allowAttributes("datetime")
            .matching(INSTANT)
            .onElements("time", "ins", "del")
            .allowAttributes("lang")
            .matching(LANGUAGE)
            .globally()
            .allowAttributes("dir")
            .matching(true, "ltr", "rtl", "auto")
            .globally()
            .withPreprocessor(Substitution::new)
            .toFactory();

    private HtmlPolicy() {}

    /**
     * What the policy lets through: balanced, encoded, in time linear in the length, at most 256 elements deep. The empty
     * comments that the sanitiser writes between two braces, against templates that run in a browser, are taken out: quoted
     * ones must stay what they were. Nothing else can hold one, since every {@code <} of texts and attributes is encoded.
     */
    static String applied(String html) {
        return POLICY.sanitize(html).replace("<!-- -->", "");
    }

    /** Whether something may be fetched from an address: by HTTP, or relative to the page. */
    static boolean isWebAddress(String address) {
        return SHORT_ADDRESS.apply("a", "href", address) != null && WEB_ADDRESS.apply("a", "href", address) != null;
    }

    /** An element is nothing without an attribute; of a link without an address its words remain. */
    private static ElementPolicy having(String attribute) {
        return (element, attributes) -> names(attributes).anyMatch(attribute::equals) ? element : null;
    }

    /** The sanitiser lists names and values in turn. */
    private static Stream<String> names(List<String> attributes) {
        return IntStream.range(0, attributes.size()).filter(at -> at % 2 == 0).mapToObj(attributes::get);
    }

    private static boolean isRelation(String value) {
        return RELATIONS.containsAll(
                Arrays.asList(value.strip().toLowerCase(Locale.ROOT).split("\\s+")));
    }
}
