package press.broadsheet.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** What the change log tells of what time did. */
@QuarkusTest
class AnnouncingTest {
    private final Newsroom newsroom;
    private final Announcing announcing;
    private final DataSource database;
    private long start;

    AnnouncingTest(Newsroom newsroom, Announcing announcing, DataSource database) {
        this.newsroom = newsroom;
        this.announcing = announcing;
        this.database = database;
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
        newsroom.section("News");
        newsroom.tag("topic", "Rail");
        start = (Long) newsroom.rows("select max(number) from change").get(0).get(0);
    }

    @Test
    void a_scheduled_article_is_told_when_its_instants_come_and_not_before() {
        Instant from = Instant.now().plusMillis(1_500);
        Instant until = from.plusSeconds(1);
        article("Coming")
                .with("publishAt", from.toString())
                .with("unpublishAt", until.toString())
                .created();
        assertThat(told("visible")).isEmpty();

        await().atMost(Duration.ofSeconds(10)).until(() -> told("visible").size() == 2);

        assertThat(told("visible")).containsExactly("publish coming", "unpublish coming");
        assertThat(lateness("publish", from)).isBetween(0.0, 1.0);
        assertThat(lateness("unpublish", until)).isBetween(0.0, 1.0);
        assertThat(newsroom.rows("select state from article")).containsExactly(List.of("withdrawn"));
        assertThat(newsroom.rows("select keys::text from change where kind = 'publish' and number > " + start)
                        .toString())
                .contains("list-articles", "list-section-", "list-tag-", "article-");
    }

    @Test
    void an_announcement_makes_no_new_version_and_a_withdrawal_does() {
        past("Appeared", null);
        past("Over", "now() - interval '1 minute'");

        await().until(() -> told("visible").size() == 3);

        assertThat(newsroom.rows("select slug, version, state from article order by slug"))
                .containsExactly(List.of("appeared", 0, "published"), List.of("over", 1, "withdrawn"));
    }

    /** Time went on while no node ran. */
    @Test
    void what_passed_while_nothing_ran_is_told_in_the_order_in_which_it_happened() {
        past("Over", "now() - interval '1 minute'");

        await().until(() -> told("visible").size() == 2);

        assertThat(told("visible")).containsExactly("publish over", "unpublish over");
    }

    @Test
    void several_nodes_at_work_tell_each_article_once() {
        int articles = 40;
        IntStream.range(0, articles).forEach(number -> article("Story " + number)
                .with("publishAt", Instant.now().plusSeconds(3_600).toString())
                .created());
        newsroom.sql("update article set published_at = now() - interval '1 hour'");

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(announcing::announce))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();
        await().until(() -> !announcing.moment().due());

        assertThat(told("visible")).hasSize(articles).doesNotHaveDuplicates();
    }

    @Test
    void an_article_that_an_editor_is_just_changing_waits_and_holds_up_no_other() throws SQLException {
        Instant instant = Instant.now().plusMillis(1_500);
        article("Edited").with("publishAt", instant.toString()).created();
        article("Other").with("publishAt", instant.toString()).created();
        try (Connection editor = database.getConnection();
                Statement sql = editor.createStatement()) {
            editor.setAutoCommit(false);
            sql.execute("update article set title = 'Meanwhile' where slug = 'edited'");

            await().until(() -> !told("visible").isEmpty());
            assertThat(told("visible")).containsExactly("publish other");
            editor.commit();
        }
        await().until(() -> told("visible").size() == 2);
        assertThat(told("visible")).containsExactly("publish other", "publish edited");
    }

    /** By how many seconds the change log was late, by its own clock. */
    private double lateness(String kind, Instant instant) {
        return ((Number) newsroom.rows(
                                "select extract(epoch from at - timestamptz '%s')::float8 from change where kind = '%s' and number > %d"
                                        .formatted(instant, kind, start))
                        .get(0)
                        .get(0))
                .doubleValue();
    }

    private List<String> told(String condition) {
        return newsroom
                .rows(
                        "select kind || ' ' || slug from change where type = 'article' and number > %d and %s order by number"
                                .formatted(start, condition))
                .stream()
                .map(row -> (String) row.get(0))
                .toList();
    }

    /** An article whose instant of publication passed without anybody saying so. */
    private void past(String title, String unpublishAt) {
        String slug = article(title)
                .with("publishAt", Instant.now().plusSeconds(3_600).toString())
                .created();
        newsroom.sql("update article set published_at = now() - interval '1 hour', unpublish_at = %s where slug = '%s'"
                .formatted(unpublishAt, slug));
    }

    private Newsroom.Draft article(String title) {
        return newsroom.anArticle(title).in("news").tagged("rail");
    }
}
