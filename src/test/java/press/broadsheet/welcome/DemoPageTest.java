package press.broadsheet.welcome;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.collection.CollectionRepository;
import press.broadsheet.content.Reference;
import press.broadsheet.listing.ArticleListing;
import press.broadsheet.listing.Cards;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.site.CurrentSite;
import press.broadsheet.testing.Newsroom;

/** What the page does in a browser is tried by {@code .ci/browser}. */
@QuarkusTest
class DemoPageTest {
    private final Newsroom newsroom;
    private final CollectionRepository collections;
    private final ArticleListing listing;
    private final Cards cards;
    private final CurrentSite site;

    DemoPageTest(
            Newsroom newsroom,
            CollectionRepository collections,
            ArticleListing listing,
            Cards cards,
            CurrentSite site) {
        this.newsroom = newsroom;
        this.collections = collections;
        this.listing = listing;
        this.cards = cards;
        this.site = site;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
    }

    @Test
    void it_begins_with_what_editors_feature_or_with_the_newest() {
        newsroom.anArticle("Featured").in("news").with("featured", true).published();
        newsroom.anArticle("Newest").in("news").published();
        assertThat(start().header("Location")).endsWith("/demo/featured");

        newsroom.withdraw("featured");
        assertThat(start().header("Location")).endsWith("/demo/newest");
    }

    @Test
    void in_an_empty_newsroom_it_is_a_page_all_the_same() {
        Response answer = start();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.asString()).contains("/assets/demo.js");
    }

    @Test
    void it_is_one_page_whatever_the_article() {
        assertThat(given().get("/demo/one").header("ETag"))
                .isEqualTo(given().get("/demo/another").header("ETag"));
    }

    @Test
    void markup_is_made_of_text_in_one_place_only() {
        assertThat(given().get("/demo/one").header("Content-Security-Policy"))
                .contains("require-trusted-types-for 'script'", "trusted-types article-body")
                .doesNotContain("unsafe");
        assertThat(given().get("/assets/demo.js").asString())
                .containsOnlyOnce("innerHTML")
                .doesNotContain("outerHTML", "insertAdjacentHTML", "document.write", "eval(");
    }

    @Test
    void it_can_be_switched_off() {
        DemoPageConfig off = () -> false;
        DemoPageResource resource = new DemoPageResource(off, collections, listing, cards, site);

        assertThatThrownBy(resource::start).satisfies(DemoPageTest::isNotFound);
        assertThatThrownBy(() -> resource.page(new Reference("one"))).satisfies(DemoPageTest::isNotFound);
        assertThat(new LandingResource("http://localhost:8080", off).index().links())
                .noneMatch(link -> link.url().endsWith("/demo"));
        assertThat(new LandingResource("http://localhost:8080", off).page().text())
                .doesNotContain("/demo");
    }

    private static void isNotFound(Throwable thrown) {
        assertThat(((ProblemException) thrown).type()).isEqualTo(ProblemType.NOT_FOUND);
    }

    private static Response start() {
        return given().redirects().follow(false).accept("text/html").get("/demo");
    }
}
