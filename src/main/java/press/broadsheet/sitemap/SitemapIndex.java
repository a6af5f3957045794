package press.broadsheet.sitemap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MediaType;

import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.rendering.Rendered;

/**
 * The index of sitemaps.
 *
 * @param files their addresses
 */
record SitemapIndex(List<String> files) implements Keyed, Rendered {
    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.ARTICLES);
    }

    @Override
    public MediaType mediaType() {
        return SitemapXml.TYPE;
    }

    @Override
    public byte[] rendition() {
        SitemapXml xml = new SitemapXml("sitemapindex", Map.of());
        files.forEach(file -> xml.line("sitemap", () -> xml.text("loc", file)));
        return xml.end();
    }
}
