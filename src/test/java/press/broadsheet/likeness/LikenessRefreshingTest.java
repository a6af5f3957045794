package press.broadsheet.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** What the day's round does; tests call it, since by itself it would change the lists of others. */
@QuarkusTest
class LikenessRefreshingTest {
    private static final String COUNTED = "select articles from corpus where lang = 'en'";

    private final Newsroom newsroom;
    private final LikenessRefreshing refreshing;

    LikenessRefreshingTest(Newsroom newsroom, LikenessRefreshing refreshing) {
        this.newsroom = newsroom;
        this.refreshing = refreshing;
    }

    @BeforeEach
    void begin() {
        newsroom.clear();
        newsroom.section("News");
    }

    @Test
    void an_archive_that_was_never_counted_is() {
        publish(1, 6);

        refreshing.afterGrowth();

        assertThat(newsroom.rows(COUNTED)).containsExactly(List.of(6));
    }

    @Test
    void it_is_counted_again_when_it_has_doubled_and_not_before() {
        publish(1, 6);
        refreshing.afterGrowth();
        publish(7, 11);
        refreshing.afterGrowth();
        assertThat(newsroom.rows(COUNTED)).containsExactly(List.of(6));

        publish(12, 12);
        refreshing.afterGrowth();

        assertThat(newsroom.rows(COUNTED)).containsExactly(List.of(12));
    }

    private void publish(int from, int to) {
        for (int number = from; number <= to; number++) {
            newsroom.anArticle("Piece " + number)
                    .in("news")
                    .with("body", Map.of("markdown", "Report " + number + " of the harbour."))
                    .published();
        }
    }
}
