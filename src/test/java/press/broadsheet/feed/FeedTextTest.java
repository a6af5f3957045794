package press.broadsheet.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.rometools.rome.feed.synd.SyndEntry;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** Whatever stands in the database, a feed is well-formed and nothing breaks out of it. */
@QuarkusTest
class FeedTextTest {
    private static final String HOSTILE = "a\\b]]>\\x0c\\uFFFE</title><script>alert(1)</script>&amp;\\u2028z";
    private static final String SAID = "a]]></title><script>alert(1)</script>&amp;\u2028z";

    private final Newsroom newsroom;

    FeedTextTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    /** Past the checks of what clients send: older versions may have let in what this one would not. */
    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        newsroom.author("Ada");
        newsroom.anArticle("One")
                .in("news")
                .tagged("rail")
                .by("ada")
                .with("summary", "s")
                .published();
        for (String column : List.of("title", "summary", "image_alt", "image_credit")) {
            newsroom.sql("update article set image_url = '/i.png', %s = E'%s'".formatted(column, HOSTILE));
        }
        newsroom.sql("update article_body set html = E'<pre>1\\n  2</pre><p>]]>\\b\\uFFFF&lt;i></p>'");
        newsroom.sql("update tag set name = E'%1$s', description = E'%1$s'".formatted(HOSTILE));
        newsroom.sql("update author set name = E'%s'".formatted(HOSTILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rss", "atom"})
    void what_xml_cannot_hold_is_gone_and_the_rest_is_there(String format) {
        String path = "/feeds/tags/rail." + format + "?content=full";

        assertThat(Parsed.strictly(path)).isNotNull();
        SyndEntry entry = Parsed.leniently(path).getEntries().get(0);
        assertThat(entry.getTitle()).isEqualTo(SAID);
        assertThat(entry.getCategories().get(0).getName()).isEqualTo(SAID);
        assertThat(entry.getContents().get(0).getValue())
                .isEqualTo("<pre>1\n  2</pre><p>]]>&lt;i></p>"
                        .replace("]]>", "]]&gt;")
                        .replace("i></p>", "i&gt;</p>"));
        assertThat(Parsed.leniently(path).getTitle()).isEqualTo(SAID + " – The Test");
    }

    @Test
    void a_json_feed_says_the_same() {
        assertThat(Newsroom.read("/feeds/tags/rail.json").getString("items[0].title"))
                .isEqualTo(SAID);
        assertThat(Newsroom.read("/feeds/tags/rail.json").getString("title")).isEqualTo(SAID + " – The Test");
    }
}
