package press.broadsheet.sitemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.NewsAttributes;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.content.Keys;
import press.broadsheet.testing.Newsroom;

/** What crawlers are told, as crawlers read it. */
@QuarkusTest
class SitemapTest {
    private static final String SERVER = "http://localhost:8080";

    private final Newsroom newsroom;

    /** Lately, and not on the minute, which some write without seconds. */
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(30);

    SitemapTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("City", "news");
    }

    @Test
    void the_index_names_a_file_for_each_month_in_which_something_was_published() {
        article("Now").publishedAt(now);
        article("First").publishedAt(Instant.parse("2019-02-28T23:59:59.999Z"));
        article("Second").publishedAt(Instant.parse("2019-02-01T00:00:00Z"));
        article("Third").publishedAt(Instant.parse("2018-12-31T12:00:00Z"));
        article("Draft").created();
        article("Later").with("publishAt", "2041-03-02T00:00:00Z").created();

        SiteMapIndex index = (SiteMapIndex) parsed("/sitemap.xml");

        assertThat(index.getSitemaps())
                .extracting(file -> file.getUrl().toString())
                .containsExactly(
                        SERVER + monthOf(now), SERVER + "/sitemap-2019-02.xml", SERVER + "/sitemap-2018-12.xml");
        assertThat(pages("/sitemap-2019-02.xml"))
                .containsExactly("https://test.example/news/city/first", "https://test.example/news/city/second");
        assertThat(pages("/sitemap-2018-12.xml")).containsExactly("https://test.example/news/city/third");
    }

    @Test
    void a_page_says_when_it_changed_last() {
        article("Archived").publishedAt(Instant.parse("2019-02-01T00:00:00Z"));
        newsroom.sql("update article set updated_at = '2020-05-06T07:08:09.123Z'");
        assertThat(urls("/sitemap-2019-02.xml").get(0).getLastModified()).isEqualTo("2020-05-06T07:08:09Z");

        newsroom.sql("update article set updated_at = '2019-01-01T00:00:00Z'");
        newsroom.tell(Set.of(Keys.SECTIONS));
        assertThat(urls("/sitemap-2019-02.xml").get(0).getLastModified())
                .as("written before it was published")
                .isEqualTo("2019-02-01T00:00:00Z");
    }

    @Test
    void an_article_that_stood_elsewhere_first_is_left_to_others() {
        article("Own")
                .with("canonicalUrl", "https://test.example/news/city/own")
                .publishedAt(now);
        article("Foreign").with("canonicalUrl", "https://other.example/foreign").publishedAt(now);

        assertThat(pages(monthOf(now))).containsExactly("https://test.example/news/city/own");
        assertThat(pages("/sitemap-news.xml")).containsExactly("https://test.example/news/city/own");
    }

    @Test
    void news_are_the_articles_of_the_last_two_days() {
        article("Fresh & <new>").with("lang", "en-GB").publishedAt(now);
        article("Yesterday").with("lang", "zh-Hant").publishedAt(now.minus(Duration.ofHours(47)));
        article("Old").publishedAt(now.minus(Duration.ofHours(49)));
        article("Draft").created();
        article("Later").with("publishAt", "2041-03-02T00:00:00Z").created();
        newsroom.withdraw(article("Taken back").publishedAt(now));

        List<SiteMapURL> urls = urls("/sitemap-news.xml");

        assertThat(pages("/sitemap-news.xml"))
                .containsExactly(
                        "https://test.example/news/city/fresh-new", "https://test.example/news/city/yesterday");
        assertThat(urls.get(0).getAttributesForExtension(Extension.NEWS)[0].asMap())
                .contains(
                        entry(NewsAttributes.NAME, new String[] {"The Test"}),
                        entry(NewsAttributes.LANGUAGE, new String[] {"en"}),
                        entry(NewsAttributes.TITLE, new String[] {"Fresh & <new>"}),
                        entry(NewsAttributes.PUBLICATION_DATE, new String[] {now.toString()}));
        assertThat(urls.get(1).getAttributesForExtension(Extension.NEWS)[0].asMap())
                .contains(entry(NewsAttributes.LANGUAGE, new String[] {"zh-tw"}));
    }

    @Test
    void without_news_there_is_an_empty_file() {
        assertThat(Newsroom.get("/sitemap-news.xml").statusCode(200).extract().asString())
                .contains("<urlset")
                .doesNotContain("<url>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sitemap-2041-03.xml", "/sitemap-2019-13.xml", "/sitemap-2019.xml", "/sitemap-x.xml"})
    void a_month_without_articles_has_no_file(String path) {
        article("Later").with("publishAt", "2041-03-02T00:00:00Z").created();

        Newsroom.get(path).statusCode(404);
    }

    @Test
    void crawlers_are_told_where_the_sitemaps_are() {
        byte[] robots = Newsroom.get("/robots.txt")
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asByteArray();
        SimpleRobotRules rules = new SimpleRobotRulesParser()
                .parseContent(SERVER + "/robots.txt", robots, "text/plain", List.of("somebot"));

        assertThat(rules.getSitemaps()).containsExactly(SERVER + "/sitemap.xml", SERVER + "/sitemap-news.xml");
        assertThat(rules.isAllowed(SERVER + "/v1/articles")).isTrue();
        assertThat(rules.isAllowed(SERVER + "/v1/manage/articles")).isFalse();
    }

    private Newsroom.Draft article(String title) {
        return newsroom.anArticle(title).in("city");
    }

    private static String monthOf(Instant instant) {
        return "/sitemap-" + instant.toString().substring(0, 7) + ".xml";
    }

    private static List<String> pages(String path) {
        return urls(path).stream().map(url -> url.getUrl().toString()).toList();
    }

    private static List<SiteMapURL> urls(String path) {
        Collection<SiteMapURL> urls = ((SiteMap) parsed(path)).getSiteMapUrls();
        return List.copyOf(urls);
    }

    /** Strict about the protocol, but that pages may stand on another host than the sitemap. */
    private static AbstractSiteMap parsed(String path) {
        byte[] body = Newsroom.get(path)
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asByteArray();
        SiteMapParser parser = new SiteMapParser(false);
        parser.setStrictNamespace(true);
        parser.enableExtension(Extension.NEWS);
        try {
            return parser.parseSiteMap(
                    "application/xml", body, URI.create(SERVER + path).toURL());
        } catch (UnknownFormatException | IOException unreadable) {
            throw new IllegalStateException(path, unreadable);
        }
    }
}
