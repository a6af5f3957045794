package press.broadsheet.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.crash.Application.Victim;

/**
 * The application and its database are killed again and again, and told to stop, while readers view and like articles. Each like that
 * was acknowledged counts, once; of the views that were taken those that a killed process had not written yet may be lost, and
 * none counts twice.
 *
 * <p>{@code -Dcrash.rounds=50} makes it long, {@code -Dcrash.seed=…} draws the same again.
 */
class CountingIT {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 4);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final int ARTICLES = 5;
    private static final int LIKERS = 8;
    private static final int LEAST_OF_A_ROUND = 50;
    private static final Duration SHORTEST_ROUND = Duration.ofSeconds(3);
    private static final int DRAWN_MILLIS = 2_000;

    /** Views wait for a second, and then are written. */
    private static final Duration ONE_FLUSH = Duration.ofMillis(1_500);

    private final Random random = new Random(SEED);

    @Test
    @Timeout(value = 25, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void likes_count_exactly_once_and_of_views_no_more_than_one_flush_is_lost(@TempDir Path directory)
            throws Exception {
        try (Application application = Application.on(directory)) {
            List<UUID> articles = articles(application);
            Readers readers = new Readers(application);
            List<Liker> likers = IntStream.range(0, LIKERS)
                    .mapToObj(number -> new Liker(readers, articles, new Random(random.nextLong())))
                    .toList();
            Viewer viewer = new Viewer(readers, articles, new Random(random.nextLong()));
            CountAudit audit = new CountAudit(application, articles);
            for (int round = 0; round < ROUNDS; round++) {
                int end = round;
                AtomicLong mayBeLost = new AtomicLong();
                during(likers, viewer, () -> mayBeLost.set(end(application, viewer, end)));
                application.recover();
                likers.forEach(Liker::settle);
                audit.verifyLikes(likers);
                await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> audit.verifyViews(viewer, mayBeLost.get()));
                audit.goOn(viewer);
            }
            assertThat(viewer.taken()).isGreaterThan(ROUNDS * LEAST_OF_A_ROUND);
            assertThat(likers.stream().mapToInt(Liker::answered).sum()).isGreaterThan(ROUNDS * LEAST_OF_A_ROUND);
            System.out.printf(
                    "%d ends with seed %d: %d answers to likes, %d views taken, %d without an answer, %d counted%n",
                    ROUNDS,
                    SEED,
                    likers.stream().mapToInt(Liker::answered).sum(),
                    viewer.taken(),
                    viewer.unanswered(),
                    audit.views());
        }
    }

    private static List<UUID> articles(Application application) throws Exception {
        Editors editors = new Editors(application);
        editors.open();
        return IntStream.range(0, ARTICLES)
                .mapToObj(number -> editors.create("story-" + number, "Story " + number, Readers.LONG)
                        .article())
                .toList();
    }

    /** Lets all read until an instant in the midst of it. */
    private void during(List<Liker> likers, Viewer viewer, Runnable end) {
        AtomicBoolean on = new AtomicBoolean(true);
        Stream<Consumer<BooleanSupplier>> all =
                Stream.concat(likers.stream().map(liker -> liker::read), Stream.of(viewer::read));
        CompletableFuture<Void> reading = CompletableFuture.allOf(
                all.map(one -> CompletableFuture.runAsync(() -> one.accept(on::get), task -> new Thread(task).start()))
                        .toArray(CompletableFuture[]::new));
        try {
            Application.pause(SHORTEST_ROUND.plusMillis(random.nextInt(DRAWN_MILLIS)));
            assertThat(reading).isNotDone();
            end.run();
        } finally {
            on.set(false);
        }
        reading.join();
    }

    /**
     * Each victim in turn, then nobody: the application is told to stop and has the time to.
     *
     * @return how many views may be lost by it
     */
    private static long end(Application application, Viewer viewer, int round) {
        List<Victim> victims = List.of(Victim.values());
        int turn = round % (victims.size() + 1);
        if (turn == victims.size()) {
            application.stop();
            return 0;
        }
        long killed = System.nanoTime();
        application.kill(victims.get(turn));
        return victims.get(turn) == Victim.DATABASE ? 0 : viewer.takenSince(killed - ONE_FLUSH.toNanos());
    }
}
