package press.broadsheet.sitemap;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

import jakarta.ws.rs.core.MediaType;

import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.rendering.Rendered;
import press.broadsheet.site.Site;

/**
 * The articles of the last two days, as Google News reads them
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
 *
 * @param asOf when the two days ended
 */
record NewsSitemap(Site site, List<News> news, Instant asOf) implements Keyed, Rendered {
    private static final Map<String, String> NAMESPACES =
            Map.of("news", "http://www.google.com/schemas/sitemap-news/0.9");

    /**
     * An article's page.
     *
     * @param path on the site
     * @param lang as BCP 47 writes it
     */
    record News(String path, String title, String lang, Instant published) {

        /** As Google writes it: ISO 639, but for Chinese, where the script counts. */
        String language() {
            Locale locale = Locale.forLanguageTag(lang);
            if (!locale.getLanguage().equals("zh")) {
                return locale.getLanguage();
            }
            boolean traditional = locale.getScript().equals("Hant")
                    || List.of("TW", "HK", "MO").contains(locale.getCountry());
            return traditional ? "zh-tw" : "zh-cn";
        }
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SITE, Keys.ARTICLES, Keys.SECTIONS);
    }

    /** What grows old leaves it without a change. */
    @Override
    public Instant lastModified() {
        return asOf;
    }

    @Override
    public MediaType mediaType() {
        return SitemapXml.TYPE;
    }

    @Override
    public byte[] rendition() {
        SitemapXml xml = new SitemapXml("urlset", NAMESPACES);
        for (News article : news) {
            xml.line("url", () -> {
                xml.text("loc", site.url() + article.path());
                xml.within("news:news", () -> write(article, xml));
            });
        }
        return xml.end();
    }

    private void write(News article, SitemapXml xml) throws XMLStreamException {
        xml.within("news:publication", () -> {
            xml.text("news:name", site.name());
            xml.text("news:language", article.language());
        });
        xml.instant("news:publication_date", article.published());
        xml.text("news:title", article.title());
    }
}
