package press.broadsheet.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Editor;
import press.broadsheet.testing.Newsroom;

/** The editors' list of articles. */
@QuarkusTest
class ManagedListTest {
    private final Newsroom newsroom;

    ManagedListTest(Newsroom newsroom) {
        this.newsroom = newsroom;
    }

    @BeforeEach
    void fill() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.anArticle("Draft").in("news").created();
        newsroom.anArticle("Shown").in("news").published();
        newsroom.anArticle("Later")
                .in("news")
                .with("publishAt", Instant.now().plus(Duration.ofDays(1)).toString())
                .created();
        newsroom.withdraw(newsroom.anArticle("Back").in("news").published());
    }

    @Test
    void it_shows_all_states_the_last_edited_first() {
        assertThat(Editor.read("/v1/manage/articles").getList("items.status"))
                .containsExactly("withdrawn", "scheduled", "published", "draft");
        assertThat(Editor.read("/v1/manage/articles").getList("items.slug"))
                .containsExactly("back", "later", "shown", "draft");
    }

    @Test
    void it_is_narrowed_to_a_state() {
        for (String status : new String[] {"draft", "scheduled", "published", "withdrawn"}) {
            assertThat(Editor.read("/v1/manage/articles?status=" + status).getList("items.status"))
                    .containsExactly(status);
        }
        Editor.get("/v1/manage/articles?status=hidden").statusCode(400);
    }
}
