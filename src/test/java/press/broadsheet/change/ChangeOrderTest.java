package press.broadsheet.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever remembers the highest number that they saw misses nothing: numbers come in the order of the commits. */
@QuarkusTest
class ChangeOrderTest {
    private static final int WRITERS = 4;
    private static final int CHANGES_EACH = 25;

    private final DataSource database;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    ChangeOrderTest(DataSource database) {
        this.database = database;
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_second_change_waits_for_the_commit_of_the_first() throws Exception {
        try (Connection first = open();
                Connection second = open()) {
            long number = append(first);
            Future<Long> later = threads.submit(() -> append(second));
            assertThatThrownBy(() -> later.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            first.commit();

            assertThat(later.get(10, TimeUnit.SECONDS)).isGreaterThan(number);
            second.commit();
        }
    }

    @Test
    void a_change_that_is_rolled_back_holds_up_nobody_and_leaves_no_row() throws Exception {
        try (Connection first = open();
                Connection second = open()) {
            long lost = append(first);
            Future<Long> later = threads.submit(() -> append(second));

            first.rollback();

            long number = later.get(10, TimeUnit.SECONDS);
            second.commit();
            assertThat(numbersAfter(second, lost - 1)).contains(number).doesNotContain(lost);
        }
    }

    @Test
    void a_reader_who_remembers_the_highest_number_misses_nothing_of_many_writers() throws Exception {
        try (Connection reading = database.getConnection()) {
            long start =
                    numbersAfter(reading, 0).stream().reduce((one, two) -> two).orElse(0L);
            List<Future<List<Long>>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(writing(new Random(writer))));
            }

            List<Long> seen = new ArrayList<>();
            long highest = start;
            while (!writers.stream().allMatch(Future::isDone)) {
                List<Long> found = numbersAfter(reading, highest);
                seen.addAll(found);
                highest = found.isEmpty() ? highest : found.get(found.size() - 1);
            }
            seen.addAll(numbersAfter(reading, highest));

            assertThat(seen).isSorted().doesNotHaveDuplicates();
            for (Future<List<Long>> writer : writers) {
                assertThat(seen).containsAll(writer.get());
            }
        }
    }

    /** Changes with pauses before and after the number is handed out. */
    private Callable<List<Long>> writing(Random random) {
        return () -> {
            List<Long> written = new ArrayList<>();
            try (Connection connection = open()) {
                for (int change = 0; change < CHANGES_EACH; change++) {
                    Thread.sleep(random.nextInt(3));
                    written.add(append(connection));
                    Thread.sleep(random.nextInt(3));
                    connection.commit();
                }
            }
            return written;
        };
    }

    private Connection open() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static long append(Connection connection) throws SQLException {
        try (PreparedStatement sql =
                        connection.prepareStatement("select append_change('update', null, null, array['order'])");
                ResultSet result = sql.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static List<Long> numbersAfter(Connection connection, long number) throws SQLException {
        try (PreparedStatement sql =
                connection.prepareStatement("select number from change where number > ? order by number")) {
            sql.setLong(1, number);
            List<Long> numbers = new ArrayList<>();
            try (ResultSet result = sql.executeQuery()) {
                while (result.next()) {
                    numbers.add(result.getLong(1));
                }
            }
            return numbers;
        }
    }
}
