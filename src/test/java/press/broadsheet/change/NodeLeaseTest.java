package press.broadsheet.change;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/** For how long a node goes by what it remembers. */
@QuarkusTest
class NodeLeaseTest {
    private static final Duration LENGTH = Duration.ofMillis(400);

    private final Newsroom newsroom;
    private final Session session;
    private final DataSource database;
    private final ChangeConfig config;

    NodeLeaseTest(Newsroom newsroom, Session session, DataSource database, ChangeConfig config) {
        this.newsroom = newsroom;
        this.session = session;
        this.database = database;
        this.config = config;
    }

    private record Settings(Duration pollInterval, Duration lease, Optional<String> nodeName) implements ChangeConfig {}

    @Test
    void a_lease_holds_once_the_log_was_read_after_it_was_granted() {
        NodeLease lease = lease();

        lease.enter(0);
        assertThat(lease.isHeld()).isFalse();
        lease.followed(0);
        assertThat(lease.isHeld()).isTrue();

        lease.leave();
        assertThat(lease.isHeld()).isFalse();
        assertThat(newsroom.rows("select name from node where name = 'other'")).isEmpty();
    }

    /** As after SIGSTOP: nothing ran meanwhile, no timer either. */
    @Test
    void a_node_that_wakes_up_knows_at_once_that_its_lease_has_lapsed() throws InterruptedException {
        NodeLease lease = lease();
        lease.enter(0);
        lease.followed(0);
        Thread.sleep(LENGTH.toMillis());

        assertThat(lease.isHeld()).isFalse();
        assertThat(
                        newsroom.rows(
                                "select 1 from node where name = 'other' and lease_until > clock_timestamp() + interval '1 second'"))
                .isEmpty();
        lease.followed(0);
        assertThat(lease.isHeld())
                .as("what was read before the renewal may be old")
                .isFalse();
        lease.followed(0);
        assertThat(lease.isHeld()).isTrue();
        lease.leave();
    }

    @Test
    void the_row_says_how_far_the_node_has_followed() {
        NodeLease lease = lease();
        lease.enter(7);
        lease.followed(9);

        assertThat(newsroom.rows("select confirmed from node where name = 'other'")
                        .get(0)
                        .get(0))
                .isEqualTo(9L);
        lease.leave();
    }

    @Test
    void nothing_is_answered_from_memory_once_the_log_can_not_be_read() throws SQLException {
        newsroom.clear();
        newsroom.section("News");
        String path = "/v1/articles/" + newsroom.anArticle("Known").in("news").published();
        String tag = given().get(path).header("ETag");
        await().until(() -> isKnown(path, tag));

        try (Connection other = database.getConnection();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("lock table change in access exclusive mode");
            assertThat(isKnown(path, tag)).as("before the lease has lapsed").isTrue();
            await().atMost(config.lease().plusSeconds(1)).until(() -> !isKnown(path, tag));
            other.rollback();
        }

        await().until(() -> isKnown(path, tag));
    }

    /** Whether an answer needs no statement. */
    private static boolean isKnown(String path, String tag) {
        Response again = given().header("If-None-Match", tag).get(path);
        assertThat(again.statusCode()).isEqualTo(304);
        return again.header("Server-Timing") == null
                || again.header("Server-Timing").contains("\"0 statements\"");
    }

    private NodeLease lease() {
        return new NodeLease(session, new Settings(Duration.ofMillis(250), LENGTH, Optional.of("other")));
    }
}
