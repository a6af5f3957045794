package press.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** Every list is a feed, in three formats that say the same. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class FeedListsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:15:30Z");

    private final Newsroom newsroom;
    private boolean loaded;

    FeedListsTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        newsroom.clear();
        newsroom.section("News");
        newsroom.section("City", "news");
        newsroom.section("Sport");
        newsroom.tag("topic", "Rail");
        newsroom.author("Ada");
        article("Old").in("sport").publishedAt(NOW.minusSeconds(7200));
        article("Trams")
                .in("city")
                .tagged("rail")
                .by("ada")
                .with("featured", true)
                .publishedAt(NOW.minusSeconds(3600));
        article("Trains").in("news").tagged("rail").with("lang", "de").publishedAt(NOW);
        article("Hidden").in("news").tagged("rail").by("ada").created();
        article("Later")
                .in("news")
                .tagged("rail")
                .by("ada")
                .with("featured", true)
                .with("publishAt", "2041-03-02T00:00:00Z")
                .created();
        newsroom.views("old", Instant.now(), 9);
        newsroom.views("trains", Instant.now(), 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "latest                | Trains,Trams,Old | The Test           | https://test.example",
                "sections/news         | Trains,Trams     | News – The Test    | https://test.example/news",
                "sections/city         | Trams            | City – The Test    | https://test.example/news/city",
                "tags/rail             | Trains,Trams     | Rail – The Test    | https://test.example/tags/rail",
                "authors/ada           | Trams            | Ada – The Test     | https://test.example/authors/ada",
                "collections/featured  | Trams            | Featured – The Test | https://test.example",
                "rankings/most-viewed  | Old,Trains,Trams | Most viewed – The Test | https://test.example"
            })
    void every_list_is_a_feed_in_three_formats(String list, String titles, String title, String page) {
        SyndFeed rss = Parsed.leniently("/feeds/" + list + ".rss");
        SyndFeed atom = Parsed.leniently("/feeds/" + list + ".atom");
        JsonPath json = Newsroom.read("/feeds/" + list + ".json");

        assertThat(List.of(rss.getFeedType(), atom.getFeedType(), json.getString("version")))
                .containsExactly("rss_2.0", "atom_1.0", "https://jsonfeed.org/version/1.1");
        assertThat(List.of(rss.getTitle(), atom.getTitle(), json.getString("title")))
                .containsOnly(title);
        assertThat(List.of(rss.getLink(), alternate(atom), json.getString("home_page_url")))
                .containsOnly(page);
        assertThat(rss.getEntries()).extracting(SyndEntry::getTitle).containsExactly(titles.split(","));
        assertThat(atom.getEntries()).extracting(SyndEntry::getTitle).containsExactly(titles.split(","));
        assertThat(json.getList("items.title", String.class)).containsExactly(titles.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "atom"})
    void an_article_is_shown_with_all_that_readers_know_of(String format) {
        SyndEntry entry = Parsed.leniently("/feeds/latest." + format + "?content=full")
                .getEntries()
                .get(1);
        Map<String, Object> article = Newsroom.read("/v1/articles/trams").getMap("$");

        assertThat(entry.getUri()).isEqualTo("urn:uuid:" + article.get("id"));
        assertThat(entry.getLink()).isEqualTo(article.get("url"));
        assertThat(entry.getPublishedDate()).isEqualTo(NOW.minusSeconds(3600).toString());
        assertThat(
                        entry.getAuthors().isEmpty()
                                ? entry.getAuthor()
                                : entry.getAuthors().get(0).getName())
                .isEqualTo("Ada");
        assertThat(entry.getCategories())
                .extracting(category -> category.getName())
                .containsExactly("Rail");
        assertThat(entry.getDescription().getValue()).isEqualTo("All about Trams.");
        assertThat(entry.getContents().get(0).getValue()).isEqualTo("<p>The text of <em>Trams</em>.</p>");
        assertThat(entry.getEnclosures().get(0).getUrl()).isEqualTo("https://test.example/trams.jpg");
        assertThat(entry.getEnclosures().get(0).getType()).isEqualTo("image/jpeg");
    }

    @Test
    void a_json_feed_says_what_the_others_say() {
        JsonPath feed = Newsroom.read("/feeds/latest.json?content=full");
        Map<String, Object> article = Newsroom.read("/v1/articles/trams").getMap("$");

        Map<String, Object> item = feed.getMap("items[1]");
        assertThat(item)
                .containsEntry("id", "urn:uuid:" + article.get("id"))
                .containsEntry("url", article.get("url"))
                .containsEntry("content_html", "<p>The text of <em>Trams</em>.</p>")
                .containsEntry("summary", "All about Trams.")
                .containsEntry("image", "https://test.example/trams.jpg")
                .containsEntry("date_published", article.get("publishedAt"))
                .containsEntry("date_modified", article.get("updatedAt"))
                .containsEntry("authors", List.of(Map.of("name", "Ada", "url", "https://test.example/authors/ada")))
                .containsEntry("tags", List.of("Rail"))
                .containsEntry("language", "en")
                .doesNotContainKey("content_text");
        assertThat(feed.getString("items[0].language")).isEqualTo("de");
        assertThat(feed.getString("language")).isEqualTo("en");
        assertThat(feed.getString("feed_url")).isEqualTo("http://localhost:8080/feeds/latest.json?content=full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "atom"})
    void a_feed_has_summaries_unless_it_is_asked_for_texts(String format) {
        SyndEntry entry =
                Parsed.leniently("/feeds/latest." + format).getEntries().get(1);

        assertThat(entry.getContents()).isEmpty();
        assertThat(entry.getDescription().getValue()).isEqualTo("All about Trams.");
        assertThat(Newsroom.read("/feeds/latest.json").getMap("items[1]"))
                .containsEntry("content_text", "All about Trams.")
                .doesNotContainKey("content_html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "latest.json?limit=1                     | Trains",
                "latest.json?lang=de                     | Trains",
                "latest.json?section=news&tag=-rail      | ",
                "latest.json?section=sport,city          | Trams,Old",
                "latest.json?publishedBefore=2026-11-20T07:00:00Z | Old",
                "latest.json?q=trams                     | Trams",
                "search.json?q=trams                     | Trams",
                "search.json?q=%22about+tr%22            | ",
                "search.json?q=old+-trams&section=sport  | Old",
                "search.json?q=about&limit=1&lang=de     | Trains",
                "rankings/most-viewed.json?section=sport | Old",
                "rankings/trending.json?limit=2&lang=en  | Old,Trams"
            })
    void a_feed_is_narrowed_as_its_list_is(String feed, String titles) {
        assertThat(Newsroom.read("/feeds/" + feed).getList("items.title", String.class))
                .isEqualTo(titles == null ? List.of() : List.of(titles.split(",")));
    }

    private static String alternate(SyndFeed feed) {
        return feed.getLinks().stream()
                .filter(link -> link.getRel().equals("alternate"))
                .map(link -> link.getHref())
                .findFirst()
                .orElseThrow();
    }

    private Newsroom.Draft article(String title) {
        return newsroom.anArticle(title)
                .with("summary", "All about " + title + ".")
                .with("image", Map.of("url", "/" + title.toLowerCase(Locale.ROOT) + ".jpg", "alt", title));
    }
}
