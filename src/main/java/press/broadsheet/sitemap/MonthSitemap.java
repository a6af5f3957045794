package press.broadsheet.sitemap;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MediaType;

import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.rendering.Rendered;
import press.broadsheet.site.Site;

/** The articles that were published in a month, of UTC, the newest first. */
record MonthSitemap(YearMonth month, Site site, List<Page> pages) implements Keyed, Rendered {

    /**
     * An article's page.
     *
     * @param path on the site
     * @param changed when it changed last or, if that is later, was published
     */
    record Page(String path, Instant changed) {}

    /** A change of another month leaves it as it is; sections give articles their addresses. */
    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SITE, Keys.SECTIONS, Keys.articlesOf(month));
    }

    @Override
    public MediaType mediaType() {
        return SitemapXml.TYPE;
    }

    @Override
    public byte[] rendition() {
        SitemapXml xml = new SitemapXml("urlset", Map.of());
        for (Page page : pages) {
            xml.line("url", () -> {
                xml.text("loc", site.url() + page.path());
                xml.instant("lastmod", page.changed());
            });
        }
        return xml.end();
    }
}
