package press.broadsheet.crash;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Views at an even rate, each from a browser of its own, and what became of them. */
final class Viewer {
    private static final Duration BETWEEN = Duration.ofMillis(4);

    private final Readers readers;
    private final List<UUID> articles;
    private final Random random;
    /** When each view that was taken was answered, by {@link System#nanoTime}. */
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();

    private final AtomicInteger unanswered = new AtomicInteger();

    Viewer(Readers readers, List<UUID> articles, Random random) {
        this.readers = readers;
        this.articles = articles;
        this.random = random;
    }

    void read(BooleanSupplier on) {
        while (on.getAsBoolean()) {
            switch (readers.view(articles.get(random.nextInt(articles.size())), "Firefox " + UUID.randomUUID())) {
                case OK -> taken.add(System.nanoTime());
                case INFO -> unanswered.incrementAndGet();
                case FAIL -> Application.pause(BETWEEN);
            }
            Application.pause(BETWEEN);
        }
    }

    int taken() {
        return taken.size();
    }

    /** How many were taken from an instant on. */
    long takenSince(long nanoTime) {
        return taken.stream().filter(at -> at - nanoTime >= 0).count();
    }

    int unanswered() {
        return unanswered.get();
    }
}
