package press.broadsheet.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.broadsheet.testing.Newsroom;

/**
 * Whoever goes on from any place gets every change once, also while others write. They do so behind this node's back, as another
 * node does, of which it learns within a second.
 */
@QuarkusTest
class ChangeWalkTest {
    private static final int WRITERS = 4;
    private static final int CHANGES_EACH = 15;

    private final DataSource database;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    ChangeWalkTest(DataSource database) {
        this.database = database;
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_change_that_is_not_committed_is_not_told_and_not_passed_over() throws Exception {
        String start = now();
        try (Connection first = open();
                Connection second = open()) {
            append(first, "first");
            Future<?> later = threads.submit(() -> {
                append(second, "second");
                second.commit();
                return null;
            });

            JsonPath meanwhile = read("limit=20&cursor=" + start);
            assertThat(slugs(meanwhile)).isEmpty();
            assertThat(meanwhile.getBoolean("upToDate")).isTrue();
            first.commit();
            later.get();

            await().untilAsserted(() -> assertThat(slugs(read("limit=20&cursor=" + meanwhile.getString("page.next"))))
                    .containsExactly("first", "second"));
        }
    }

    @Test
    void a_walk_while_others_write_meets_each_change_once() throws Exception {
        String start = now();
        List<Future<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> threads.submit(writing(writer)))
                .toList();

        List<String> met = new ArrayList<>();
        String cursor = start;
        boolean written = false;
        boolean done = false;
        while (!done) {
            if (!written && writers.stream().allMatch(Future::isDone)) {
                TimeUnit.SECONDS.sleep(1);
                written = true;
            }
            JsonPath page = read("limit=7&cursor=" + cursor);
            met.addAll(slugs(page));
            cursor = page.getString("page.next");
            done = written && page.getBoolean("upToDate");
        }

        assertThat(met).hasSize(WRITERS * CHANGES_EACH).doesNotHaveDuplicates();
        JsonPath all = read("limit=100&cursor=" + start);
        assertThat(slugs(all)).isEqualTo(met);
        List<String> places = all.getList("items.cursor");
        for (int place = 0; place < places.size(); place++) {
            assertThat(slugs(read("limit=100&cursor=" + places.get(place))))
                    .isEqualTo(met.subList(place + 1, met.size()));
        }
    }

    private Callable<Void> writing(int writer) {
        Random random = new Random(writer);
        return () -> {
            try (Connection connection = open()) {
                for (int change = 0; change < CHANGES_EACH; change++) {
                    append(connection, writer + "-" + change);
                    Thread.sleep(random.nextInt(10));
                    connection.commit();
                }
            }
            return null;
        };
    }

    private Connection open() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void append(Connection connection, String slug) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "select append_change('update', 'article', gen_random_uuid(), ?, array['changes'], true, 'test', null)")) {
            sql.setString(1, slug);
            sql.execute();
        }
    }

    private static String now() {
        return read("from=now").getString("page.next");
    }

    private static JsonPath read(String query) {
        return Newsroom.read("/v1/changes?" + query);
    }

    private static List<String> slugs(JsonPath page) {
        return page.getList("items.slug");
    }
}
