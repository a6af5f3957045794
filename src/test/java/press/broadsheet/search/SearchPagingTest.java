package press.broadsheet.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.broadsheet.testing.Newsroom;

/** Pages of a search hold each match once, in one order, whatever happens between them. */
@QuarkusTest
class SearchPagingTest {
    private static final String QUESTION = "harbour ferry";

    private final Newsroom newsroom;
    private final Instant now = Instant.now();

    SearchPagingTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void load() {
        newsroom.clear();
        newsroom.section("News");
        for (int number = 0; number < 14; number++) {
            article("Harbour " + number + (number % 3 == 0 ? " ferry" : ""), number);
        }
        article("Ferry alone", 20);
    }

    private void article(String title, int daysAgo) {
        newsroom.anArticle(title)
                .in("news")
                .with("body", Map.of("markdown", text(daysAgo)))
                .publishedAt(now.minus(Duration.ofDays(daysAgo)).minusSeconds(1));
    }

    /** Of words that no other text has, or all would be one story. */
    private static String text(int number) {
        return IntStream.range(0, 4 + number)
                .mapToObj(word -> "own" + (char) ('a' + number) + (char) ('a' + word))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 14, 15, 16})
    void every_match_stands_on_one_page_whatever_its_size(int limit) {
        List<String> whole = Found.slugs(Found.by(QUESTION, "&limit=100"));

        assertThat(whole).hasSize(15).doesNotHaveDuplicates();
        assertThat(Found.walked(QUESTION, "&limit=" + limit)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void pages_can_be_read_backwards(int limit) {
        List<String> whole = Found.slugs(Found.by(QUESTION, "&limit=100"));
        JsonPath page = Found.by(QUESTION, "&limit=" + limit);
        while (page.getString("page.next") != null) {
            page = Found.by(QUESTION, "&limit=" + limit + "&cursor=" + page.getString("page.next"));
        }
        List<String> walked = new ArrayList<>();
        while (page != null) {
            List<String> slugs = new ArrayList<>(Found.slugs(page));
            Collections.reverse(slugs);
            walked.addAll(slugs);
            String prev = page.getString("page.prev");
            page = prev == null ? null : Found.by(QUESTION, "&limit=" + limit + "&cursor=" + prev);
        }
        Collections.reverse(walked);
        assertThat(walked).isEqualTo(whole);
    }

    @Test
    void what_is_published_or_taken_back_between_two_pages_moves_nothing() {
        List<String> whole = Found.slugs(Found.by(QUESTION, "&limit=100"));
        JsonPath first = Found.by(QUESTION, "&limit=6");
        newsroom.anArticle("Harbour ferry harbour ferry").in("news").published();
        newsroom.anArticle("Late")
                .in("news")
                .with("body", Map.of("markdown", "At the harbour."))
                .published();
        newsroom.withdraw(whole.get(5));
        newsroom.withdraw(whole.get(8));

        JsonPath second = Found.by(QUESTION, "&limit=100&cursor=" + first.getString("page.next"));

        List<String> expected = new ArrayList<>(whole.subList(6, 15));
        expected.remove(whole.get(8));
        assertThat(Found.slugs(second)).isEqualTo(expected);
    }

    @Test
    void links_lead_on_and_a_cursor_serves_its_own_question_only() {
        String link = given().urlEncodingEnabled(false)
                .get(Found.path(QUESTION) + "&limit=2")
                .getHeader("Link");
        String cursor = Found.by(QUESTION, "&limit=2").getString("page.next");

        assertThat(link).contains("rel=\"next\"", "/v1/search?cursor=");
        Newsroom.get(Found.path("harbour") + "&limit=2&cursor=" + cursor).statusCode(400);
        Newsroom.get(Found.path(QUESTION) + "&limit=2&lang=de&cursor=" + cursor).statusCode(400);
    }
}
