package press.broadsheet.syndication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;

/** What RSS and Atom have in common as XML. */
final class FeedXml {
    private static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    private static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

    private FeedXml() {}

    /** The document. ROME's own output would fold the white space in {@code pre}; this one leaves it. */
    static byte[] bytes(WireFeed feed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new XMLOutputter(Format.getPrettyFormat().setLineSeparator(LineSeparator.UNIX))
                    .output(new WireFeedOutput().outputJDom(feed), bytes);
        } catch (FeedException | IOException impossible) {
            throw new IllegalStateException("What was written is no feed.", impossible);
        }
        return bytes.toByteArray();
    }

    /** ROME's way to say when. */
    static Date date(Instant instant) {
        return Date.from(instant);
    }

    /** Where an RSS feed itself is, which RSS has no element for. */
    static Element self(String address) {
        return new Element("link", ATOM)
                .setAttribute("rel", "self")
                .setAttribute("type", FeedFormat.RSS_TYPE)
                .setAttribute("href", address);
    }

    /** An article's picture, after Media RSS, which readers of Atom understand as well; none without one. */
    static List<Element> picture(FeedImage image) {
        if (image == null) {
            return List.of();
        }
        Element content = new Element("content", MEDIA).setAttribute("url", image.url());
        content.setAttribute("medium", "image");
        set(content, "type", image.type());
        set(content, "width", image.width());
        set(content, "height", image.height());
        add(content, "description", image.alt());
        add(content, "credit", image.credit());
        return List.of(content);
    }

    private static void set(Element element, String name, Object value) {
        if (value != null) {
            element.setAttribute(name, value.toString());
        }
    }

    private static void add(Element element, String name, String text) {
        if (text != null) {
            element.addContent(new Element(name, MEDIA).setText(text));
        }
    }
}
