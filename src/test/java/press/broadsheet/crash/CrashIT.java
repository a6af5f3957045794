package press.broadsheet.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.broadsheet.crash.Application.Victim;
import press.broadsheet.crash.History.Outcome;

/**
 * The application and its database are killed again and again while editors write, and whatever was acknowledged must be
 * there. A killed process leaves what it wrote in the operating system's memory: this says nothing about a loss of power.
 *
 * <p>{@code -Dcrash.rounds=50} makes it long, {@code -Dcrash.seed=…} has the same instants drawn again.
 */
class CrashIT {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);
    private static final long SEED = Long.getLong("crash.seed", System.nanoTime());
    private static final List<Victim> VICTIMS = List.of(Victim.values());
    private static final int WRITERS = 8;

    /** A round whose writers got less done before the kill tells nothing. */
    private static final int LEAST_OF_A_ROUND = 16;

    private static final int MOST_OF_A_ROUND = 150;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);
    private static final int LATEST_KILL = 30;

    private final Random random = new Random(SEED);
    private final History history = new History();

    @Test
    @Timeout(value = 25, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void what_was_acknowledged_is_there_after_every_kill(@TempDir Path directory) throws Exception {
        try (Application application = Application.on(directory)) {
            Editors editors = new Editors(application);
            editors.open();
            List<Writer> writers = IntStream.range(0, WRITERS)
                    .mapToObj(number -> new Writer("Writer " + number, editors, history, new Random(random.nextLong())))
                    .toList();
            Audit audit = new Audit(history, application);
            for (int round = 0; round < ROUNDS; round++) {
                Victim victim = VICTIMS.get(round % VICTIMS.size());
                write(writers, () -> application.kill(victim));
                application.recover();
                together(writers, Writer::settle);
                audit.verify();
            }
        }
        assertThat(history.acknowledged().count()).isGreaterThanOrEqualTo((long) ROUNDS * LEAST_OF_A_ROUND);
        System.out.printf(
                "%d kills with seed %d: %d operations acknowledged, %d without an answer, %d not done%n",
                ROUNDS, SEED, history.count(Outcome.OK), history.count(Outcome.INFO), history.count(Outcome.FAIL));
    }

    /** Lets all write until an instant in the midst of it, and a moment longer. */
    private void write(List<Writer> writers, Runnable kill) {
        long enough = history.count(Outcome.OK) + LEAST_OF_A_ROUND + random.nextInt(MOST_OF_A_ROUND - LEAST_OF_A_ROUND);
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        AtomicBoolean on = new AtomicBoolean(true);
        CompletableFuture<Void> writing =
                CompletableFuture.runAsync(() -> together(writers, writer -> writer.write(on::get)));
        try {
            while (history.count(Outcome.OK) < enough && !writing.isDone()) {
                assertThat(System.nanoTime()).as("the writers get on").isLessThan(end);
                Application.pause(Duration.ofMillis(2));
            }
            Application.pause(Duration.ofMillis(random.nextInt(LATEST_KILL)));
            kill.run();
        } finally {
            on.set(false);
        }
        writing.join();
    }

    private static void together(List<Writer> writers, Consumer<Writer> what) {
        Executor each = task -> new Thread(task).start();
        CompletableFuture.allOf(writers.stream()
                        .map(writer -> CompletableFuture.runAsync(() -> what.accept(writer), each))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
