package press.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import press.broadsheet.testing.Newsroom;

/** What the W3C's feed validator asks of a feed, and the format's own text. */
@QuarkusTest
class FeedValidityTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";

    private final Newsroom newsroom;

    FeedValidityTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail & sea");
        newsroom.author("Ada");
        newsroom.anArticle("Tides <b>up</b> & down")
                .in("news")
                .tagged("rail-sea")
                .by("ada")
                .with("summary", "More than 3 < 4 & \"so\" on")
                .with("image", Map.of("url", "/sea.webp?w=3", "alt", "Sea & sky", "width", 16, "credit", "A. B."))
                .with(
                        "body",
                        Map.of(
                                "html",
                                "<p><a href=\"/more\">More</a> &amp; <a href=\"#x\">x</a><img src=\"i.png\" alt=\"\"></p>"))
                .published();
        newsroom.anArticle("Bare").in("news").published();
    }

    @Test
    void an_rss_feed_keeps_to_the_profile() {
        Document feed = Parsed.strictly("/feeds/tags/rail-sea.rss?content=full");
        Element channel = Parsed.all(feed, null, "channel").get(0);

        assertThat(feed.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        for (String needed : List.of("title", "link", "description", "language", "lastBuildDate")) {
            assertThat(Parsed.texts(channel, needed)).as(needed).hasSize(1).doesNotContain("");
        }
        assertRfc822(Parsed.texts(channel, "lastBuildDate").get(0));
        Element self = Parsed.all(feed, ATOM, "link").get(0);
        assertThat(self.getAttribute("rel")).isEqualTo("self");
        assertThat(self.getAttribute("type")).isEqualTo("application/rss+xml");
        assertThat(self.getAttribute("href")).isEqualTo("http://localhost:8080/feeds/tags/rail-sea.rss?content=full");
        assertThat(Parsed.all(feed, null, "item")).hasSize(1).allSatisfy(FeedValidityTest::assertItem);
    }

    private static void assertItem(Element item) {
        Element guid = Parsed.children(item)
                .filter(child -> child.getTagName().equals("guid"))
                .findFirst()
                .orElseThrow();
        assertThat(guid.getAttribute("isPermaLink")).isEqualTo("false");
        assertThat(guid.getTextContent()).matches("urn:uuid:[0-9a-f-]{36}");
        assertRfc822(Parsed.texts(item, "pubDate").get(0));
        assertAbsolute(Parsed.texts(item, "link").get(0));
        assertThat(Parsed.texts(item, "author"))
                .as("would have to be an e-mail address")
                .isEmpty();
        assertThat(Parsed.texts(item, "dc:creator")).containsExactly("Ada");
        assertThat(Parsed.texts(item, "title")).containsExactly("Tides <b>up</b> & down");
        assertThat(Jsoup.parse(Parsed.texts(item, "description").get(0)).text())
                .as("readers take it for HTML")
                .isEqualTo("More than 3 < 4 & \"so\" on");
        Element enclosure =
                Parsed.all(item.getOwnerDocument(), null, "enclosure").get(0);
        assertThat(enclosure.getAttribute("url")).isEqualTo("https://test.example/sea.webp?w=3");
        assertThat(enclosure.getAttribute("type")).isEqualTo("image/webp");
        assertThat(enclosure.getAttribute("length")).isEqualTo("0");
        assertThat(item.getElementsByTagNameNS(CONTENT, "encoded").getLength()).isOne();
    }

    @Test
    void an_atom_feed_keeps_to_rfc_4287() {
        Document feed = Parsed.strictly("/feeds/latest.atom?content=full");
        Element root = feed.getDocumentElement();
        List<Element> entries = Parsed.all(feed, ATOM, "entry");

        assertThat(entries).hasSize(2);
        Stream.concat(Stream.of(root), entries.stream()).forEach(element -> {
            for (String needed : List.of("id", "title", "updated")) {
                assertThat(Parsed.texts(element, needed)).as(needed).hasSize(1).doesNotContain("");
            }
            assertThat(OffsetDateTime.parse(Parsed.texts(element, "updated").get(0)))
                    .isNotNull();
            assertThat(URI.create(Parsed.texts(element, "id").get(0)).isAbsolute())
                    .isTrue();
        });
        assertThat(Parsed.children(root).filter(child -> child.getTagName().equals("author")))
                .as("for articles that name none")
                .hasSize(1);
        assertThat(Parsed.all(feed, ATOM, "link")).allSatisfy(link -> assertAbsolute(link.getAttribute("href")));
        assertThat(Parsed.all(feed, ATOM, "link").stream()
                        .filter(link -> link.getAttribute("rel").equals("self"))
                        .map(link -> link.getAttribute("href")))
                .containsExactly("http://localhost:8080/feeds/latest.atom?content=full");
        assertThat(Parsed.all(feed, ATOM, "content"))
                .allSatisfy(content -> assertThat(content.getAttribute("type")).isEqualTo("html"));
    }

    @Test
    void a_json_feed_keeps_to_its_specification() {
        JsonPath feed = Newsroom.read("/feeds/latest.json");

        assertThat(feed.getMap("$").keySet())
                .isSubsetOf(
                        "version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items");
        assertThat(feed.<Map<String, Object>>getList("items")).hasSize(2).allSatisfy(item -> assertThat(item)
                .containsKeys("id", "url", "date_published", "date_modified")
                .containsAnyOf(Map.entry("content_text", "Bare"), Map.entry("content_text", item.get("summary") + ""))
                .doesNotContainValue(null));
        assertThat(Newsroom.get("/feeds/latest.json").extract().contentType()).isEqualTo("application/feed+json");
    }

    @Test
    void a_picture_is_described_for_readers_that_show_it() {
        for (String format : List.of("rss", "atom")) {
            Element picture = Parsed.all(Parsed.strictly("/feeds/latest." + format), MEDIA, "content")
                    .get(0);
            assertThat(picture.getAttribute("url")).isEqualTo("https://test.example/sea.webp?w=3");
            assertThat(picture.getAttribute("medium")).isEqualTo("image");
            assertThat(picture.getAttribute("width")).isEqualTo("16");
            assertThat(Parsed.texts(picture, "media:description")).containsExactly("Sea & sky");
            assertThat(Parsed.texts(picture, "media:credit")).containsExactly("A. B.");
        }
    }

    @Test
    void a_text_refers_to_nothing_relative() {
        String html = Newsroom.read("/feeds/tags/rail-sea.json?content=full").getString("items[0].content_html");

        assertThat(Jsoup.parse(html).select("[href]").eachAttr("href"))
                .containsExactly("https://test.example/more", "https://test.example/news/tides-b-up-b-down#x");
        assertThat(Jsoup.parse(html).select("[src]").eachAttr("src"))
                .containsExactly("https://test.example/news/i.png");
    }

    private static void assertAbsolute(String address) {
        assertThat(URI.create(address).isAbsolute()).as(address).isTrue();
        assertThat(address).startsWith("http");
    }

    private static void assertRfc822(String date) {
        assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)).isNotNull();
        assertThat(date).matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    }
}
