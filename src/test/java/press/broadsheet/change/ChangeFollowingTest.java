package press.broadsheet.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.content.Changed;
import press.broadsheet.testing.Newsroom;

/** When this node learns of changes, its own and those of others. */
@QuarkusTest
class ChangeFollowingTest {
    /** A second is promised; a machine that is busy with other things may take longer to ask again. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Newsroom newsroom;
    private final ChangeLog log;
    private final Heard heard;

    ChangeFollowingTest(Newsroom newsroom, ChangeLog log, Heard heard) {
        this.newsroom = newsroom;
        this.log = log;
        this.heard = heard;
    }

    /** Every change that this node was told of. */
    @ApplicationScoped
    static class Heard {
        private final List<Changed> changes = new CopyOnWriteArrayList<>();

        void hear(@Observes Changed change) {
            changes.add(change);
        }

        boolean of(String key) {
            return count(key) > 0;
        }

        long count(String key) {
            return changes.stream()
                    .filter(change -> change.keys().contains(key))
                    .count();
        }
    }

    @BeforeEach
    void clear() {
        newsroom.clear();
    }

    @Test
    void an_own_change_is_told_after_the_commit_and_not_before() {
        String key = key();

        QuarkusTransaction.requiringNew().run(() -> {
            log.append(Change.of(ChangeKind.UPDATE, "test", null, null).touching(Set.of(key)));
            assertThat(heard.of(key)).isFalse();
        });

        assertThat(heard.of(key)).isTrue();
    }

    @Test
    void an_own_change_that_is_rolled_back_is_never_told() {
        String lost = key();
        QuarkusTransaction.begin();
        log.append(Change.of(ChangeKind.UPDATE, "test", null, null).touching(Set.of(lost)));
        QuarkusTransaction.rollback();
        String later = key();
        elsewhere("'" + later + "'");

        await().atMost(SOON).until(() -> heard.of(later));
        assertThat(heard.of(lost)).isFalse();
    }

    @Test
    void an_own_change_is_told_once() {
        String own = key();
        QuarkusTransaction.requiringNew()
                .run(() -> log.append(
                        Change.of(ChangeKind.UPDATE, "test", null, null).touching(Set.of(own))));
        String later = key();
        elsewhere("'" + later + "'");

        await().atMost(SOON).until(() -> heard.of(later));
        assertThat(heard.count(own)).isEqualTo(1);
    }

    @Test
    void changes_of_other_nodes_are_told_whatever_their_rows_hold() {
        String one = key();
        String two = key();

        elsewhere("'" + one + "', '" + one + "'");
        newsroom.rows("select append_change('delete', null, null, '{}')");
        elsewhere("'" + two + "'");

        await().atMost(SOON).until(() -> heard.of(one) && heard.of(two));
    }

    @Test
    void settings_that_another_node_changed_are_seen_in_time() {
        assertThat(Newsroom.read("/v1/site").getString("name")).isEqualTo("The Test");

        newsroom.sql("update site set name = 'Changed elsewhere', version = version + 1");
        elsewhere("'site'");

        await().atMost(SOON).until(() -> "Changed elsewhere"
                .equals(Newsroom.read("/v1/site").getString("name")));
    }

    @Test
    void an_answer_that_another_node_made_stale_is_no_longer_confirmed() {
        newsroom.section("News");
        String slug = newsroom.anArticle("Before").in("news").published();
        String id = Newsroom.read("/v1/articles/" + slug).getString("id");
        String tag = given().get("/v1/articles/" + slug).header("ETag");
        assertThat(again(slug, tag).statusCode()).isEqualTo(304);

        newsroom.sql("update article set title = 'After', version = version + 1 where id = '" + id + "'");
        elsewhere("'article-" + id + "'");

        await().atMost(SOON).until(() -> again(slug, tag).statusCode() == 200);
        assertThat(again(slug, tag).jsonPath().getString("title")).isEqualTo("After");
    }

    /** As another node does, in its own transaction. */
    private void elsewhere(String keys) {
        newsroom.rows("select append_change('update', null, null, array[" + keys + "])");
    }

    private static Response again(String slug, String tag) {
        return given().header("If-None-Match", tag).get("/v1/articles/" + slug);
    }

    private static String key() {
        return "test-" + UUID.randomUUID();
    }
}
