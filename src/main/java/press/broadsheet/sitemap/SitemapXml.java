package press.broadsheet.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import jakarta.ws.rs.core.MediaType;

import press.broadsheet.rendering.XmlText;

/** Writes a sitemap: one entry in each line. Not for use by two threads. */
final class SitemapXml {
    static final MediaType TYPE = MediaType.APPLICATION_XML_TYPE;

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    /** A part of a document. */
    interface Part {
        void write() throws XMLStreamException;
    }

    /**
     * Begins a document.
     *
     * @param namespaces by their prefixes, besides that of sitemaps
     */
    SitemapXml(String root, Map<String, String> namespaces) {
        try {
            xml = FACTORY.createXMLStreamWriter(bytes, UTF_8.name());
            xml.writeStartDocument(UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(SITEMAP);
            for (Map.Entry<String, String> namespace : namespaces.entrySet()) {
                xml.writeNamespace(namespace.getKey(), namespace.getValue());
            }
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An element of the root, in a line of its own. */
    void line(String name, Part content) {
        try {
            xml.writeCharacters("\n");
            within(name, content);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An element and what stands in it. */
    void within(String name, Part content) throws XMLStreamException {
        xml.writeStartElement(name);
        content.write();
        xml.writeEndElement();
    }

    /** An element that holds text. */
    void text(String name, String text) throws XMLStreamException {
        within(name, () -> xml.writeCharacters(XmlText.legal(text)));
    }

    /** An element that holds an instant, in whole seconds. */
    void instant(String name, Instant instant) throws XMLStreamException {
        text(name, instant.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    byte[] end() {
        try {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
