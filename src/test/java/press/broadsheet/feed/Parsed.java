package press.broadsheet.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import press.broadsheet.testing.Newsroom;

/** Feeds as those read them who subscribe. */
final class Parsed {
    private Parsed() {}

    static byte[] bytes(String path) {
        return Newsroom.get(path).statusCode(200).extract().asByteArray();
    }

    /** By ROME, which reads what is not quite right as well. */
    static SyndFeed leniently(String path) {
        try {
            return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes(path))));
        } catch (FeedException | IOException unreadable) {
            throw new IllegalStateException(path, unreadable);
        }
    }

    /** By a parser of XML, which does not. */
    static Document strictly(String path) {
        try {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(bytes(path)));
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw new IllegalStateException(path, unreadable);
        }
    }

    /** All elements of a name. */
    static List<Element> all(Document document, String namespace, String name) {
        return elements(document.getElementsByTagNameNS(namespace == null ? "" : namespace, name));
    }

    /** What stands directly in an element under a name, as text. */
    static List<String> texts(Element element, String name) {
        return children(element)
                .filter(child -> child.getTagName().equals(name))
                .map(Element::getTextContent)
                .toList();
    }

    static Stream<Element> children(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength())
                .mapToObj(index -> element.getChildNodes().item(index))
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }
}
