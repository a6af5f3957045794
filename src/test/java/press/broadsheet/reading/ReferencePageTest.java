package press.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import press.broadsheet.testing.Newsroom;

/** The page of a real news site, as its text stands in {@code shared/reference}: one request gives all that it shows. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ReferencePageTest {
    private static final String TITLE = "Putin meets with China's defense minister in Moscow";
    private static final List<String> TAGS =
            List.of("Xi Jinping", "Ukraine", "Politics", "Russia", "China", "Vladimir Putin", "Moscow");
    private static final String TWICE = "California voters reject proposed ban on forced prison labor in any form";
    private static final List<String> RELATED = List.of(
            "Jamie Foxx gets stitches after a glass is thrown at him during dinner in Beverly Hills",
            "Unexpected pairing: New documentary tells a heartwarming story between Vietnam enemies",
            "CRYPTIFII Introduce",
            "'Yellowstone's powerful opening: What happened to Kevin Costner's John Dutton?",
            "Trump's 'stop",
            "See Leonardo DiCaprio's Transformation From '90s Heartthrob to Esteemed Oscar Winner",
            "Mississippi Valley State football player Ryan Quinney dies in car accident",
            "Will Trump curb transgender rights? After election, community prepares for worst",
            "Behind on your annual reading goal? Books under 200 pages to read before 2024 ends",
            "A crowd of strangers brought 613 cakes and then set out to eat them");
    private static final List<String> RANKING = List.of(
            "IRS recovers $4.7 billion in back taxes and braces for cuts with Trump and GOP in power",
            TWICE,
            "Fire crews on both US coasts battle wildfires, 1 dead; Veterans Day ceremony postponed",
            TWICE,
            "DeepSeek: Did a little known Chinese startup cause a 'Sputnik moment' for AI?",
            "Barbora Krejcikova calls out 'unprofessional' remarks about her appearance",
            "Here's Your First Look at The White Lotus Season 3 With Blackpink’s Lisa and More Stars",
            "Anti-abortion advocates press Trump for more restrictions as abortion pill sales spike");
    private static final List<String> RECOMMENDATION = List.of(
            "What do we know about the mysterious drones reported flying over New Jersey?",
            "Solawave Black Friday Sale: Don't Miss Buy 1, Get 1 Free on Age-Defying Red Light Devices",
            "Rita Ora Says Liam Payne “Left Such a Mark on This World” in Emotional Tribute",
            "Will Trump’s hush money conviction stand? A judge will rule on the president-elect’s immunity claim",
            "Sam Taylor",
            "Early Black Friday Deals: 70% Off Apple, Dyson, Tarte, Barefoot Dreams, Le Creuset & More + Free Shipping",
            "Utah AD Mark Harlan rips officials following loss to BYU, claims game was 'stolen from us'",
            "How a small town library became the busiest room in the county");
    /** What fills the ranking up, in which the reference page shows one story twice. */
    private static final int FURTHER = 30;

    private static final Instant PUBLISHED = Instant.parse("2025-04-16T10:42:58Z");

    private final Newsroom newsroom;
    private String slug;

    ReferencePageTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        if (slug != null) {
            return;
        }
        newsroom.clear();
        newsroom.site("SecureNest Finance", Map.of("very-good", "veryGood!"));
        newsroom.section("Home");
        newsroom.section("Stocks", "home");
        TAGS.forEach(tag -> newsroom.tag("Politics".equals(tag) ? "topic" : "place", tag));
        slug = newsroom.anArticle(TITLE)
                .in("stocks")
                .tagged("xi-jinping", "ukraine", "politics", "russia", "china", "vladimir-putin", "moscow")
                .with(
                        "body",
                        Map.of(
                                "html",
                                "<p>Russian President Vladimir Putin met with China's defense minister on Sunday.</p>"))
                .publishedAt(PUBLISHED);
        newsroom.views(slug, PUBLISHED, 1234);
        for (int reader = 0; reader < 3; reader++) {
            Newsroom.put("/v1/articles/" + slug + "/reactions/very-good/" + UUID.randomUUID(), "")
                    .statusCode(201);
        }
        RELATED.forEach(title -> newsroom.anArticle(title)
                .in("home")
                .tagged("politics", "russia")
                .with(
                        "body",
                        Map.of(
                                "markdown",
                                "More on the meeting of Vladimir Putin with China's defense minister: " + title))
                .published());
        Instant now = Instant.now();
        for (int place = 0; place < RANKING.size(); place++) {
            String ranked = newsroom.anArticle(RANKING.get(place))
                    .in("home")
                    .publishedAt(now.minus(Duration.ofHours(5 + place)));
            newsroom.views(ranked, now.minus(Duration.ofHours(1)), 1000 - place);
        }
        RECOMMENDATION.forEach(title -> newsroom.anArticle(title)
                .in("home")
                .with("summary", "About: " + title)
                .with("image", Map.of("url", "/pictures/1.jpg"))
                .with("featured", true)
                .publishedAt(now.minus(Duration.ofDays(2))));
        for (int number = 1; number <= FURTHER; number++) {
            newsroom.anArticle("A further story, number " + number)
                    .in("home")
                    .publishedAt(now.minus(Duration.ofDays(9 + number)));
        }
    }

    @Test
    void one_request_gives_all_that_the_reference_page_shows() {
        JsonPath page = Newsroom.read("/v1/articles/" + slug + "/page");

        assertThat(page.getString("site.name")).isEqualTo("SecureNest Finance");
        assertThat(page.getList("breadcrumb.name")).containsExactly("Home", "Stocks");
        assertThat(page.getString("article.title")).isEqualTo(TITLE);
        assertThat(page.getString("article.body.text")).startsWith("Russian President Vladimir Putin met");
        assertThat(page.getString("article.publishedAt")).isEqualTo("2025-04-16T10:42:58.000Z");
        assertThat(page.getList("article.tags.name")).isEqualTo(TAGS);
        assertThat(page.getLong("counters.views")).isEqualTo(1234);
        assertThat(page.getList("counters.reactions"))
                .containsExactly(Map.of("kind", "very-good", "label", "veryGood!", "count", 3));
        assertThat(page.getList("related.items.article.title", String.class))
                .containsExactlyInAnyOrderElementsOf(RELATED);
        assertThat(page.getList("ranking.items.article.title", String.class))
                .hasSize(8)
                .doesNotHaveDuplicates()
                .startsWith(RANKING.get(0), TWICE, RANKING.get(2), RANKING.get(4));
        // What is like the article comes before what is only featured.
        assertThat(page.getList("recommendations.items.article.title", String.class))
                .containsExactlyInAnyOrderElementsOf(RECOMMENDATION.subList(0, 8));
        assertThat(page.getList("recommendations.items.article.image.url")).containsOnly("/pictures/1.jpg");
        assertThat(page.getList("recommendations.items.article.summary")).doesNotContainNull();
    }

    @Test
    void no_story_stands_twice_over_the_whole_page() {
        JsonPath page = Newsroom.read("/v1/articles/" + slug + "/page?related=20&ranking=20&recommendations=20");

        List<String> titles = new ArrayList<>(page.getList("related.items.article.title", String.class));
        titles.addAll(page.getList("ranking.items.article.title", String.class));
        titles.addAll(page.getList("recommendations.items.article.title", String.class));
        titles.add(page.getString("article.title"));
        for (String side : List.of("previous", "next")) {
            if (page.get(side) != null) {
                titles.add(page.getString(side + ".title"));
            }
        }
        assertThat(titles).doesNotHaveDuplicates().contains(TWICE);
    }
}
