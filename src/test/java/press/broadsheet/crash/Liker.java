package press.broadsheet.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import press.broadsheet.crash.History.Outcome;

/**
 * Readers who like articles, one request after the other: a third of them say again what they said, a tenth take it back, and now
 * and then one hangs up before the answer and asks again later. Nobody else asks for them.
 */
final class Liker {
    private static final Duration AWAY = Duration.ofMillis(20);
    private static final int LONGEST_CUT = 25;
    private static final int TRIES = 300;

    private final Readers readers;
    private final List<UUID> articles;
    private final Random random;
    private final List<Like> given = new ArrayList<>();
    /** What there was no answer to: whether it was given or taken back. */
    private final Map<Like, Boolean> unsettled = new LinkedHashMap<>();

    private int answered;

    /** What one reader thinks of one article. */
    record Like(UUID article, UUID reader) {}

    Liker(Readers readers, List<UUID> articles, Random random) {
        this.readers = readers;
        this.articles = articles;
        this.random = random;
    }

    void read(BooleanSupplier on) {
        while (on.getAsBoolean()) {
            int drawn = random.nextInt(10);
            if (given.isEmpty() || drawn < 6) {
                give(new Like(articles.get(random.nextInt(articles.size())), reader()), patience());
            } else if (drawn < 9) {
                give(given.remove(random.nextInt(given.size())), patience());
            } else {
                takeBack(given.remove(random.nextInt(given.size())));
            }
        }
    }

    private UUID reader() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Duration patience() {
        return random.nextInt(5) == 0 ? Duration.ofMillis(1 + random.nextInt(LONGEST_CUT)) : Readers.LONG;
    }

    private void give(Like like, Duration patience) {
        if (readers.like(like, patience) == Outcome.OK) {
            given.add(like);
            answered++;
        } else {
            later(like, true);
        }
    }

    private void takeBack(Like like) {
        if (readers.takeBack(like) == Outcome.OK) {
            answered++;
        } else {
            later(like, false);
        }
    }

    private void later(Like like, boolean wanted) {
        unsettled.put(like, wanted);
        Application.pause(AWAY);
    }

    /** Asks again for all that had no answer. */
    void settle() {
        unsettled.forEach((like, wanted) -> {
            for (int tries = 0; ask(like, wanted) != Outcome.OK; tries++) {
                if (tries > TRIES) {
                    throw new AssertionError("There was no answer in %d tries".formatted(TRIES));
                }
                Application.pause(AWAY);
            }
            if (wanted) {
                given.add(like);
            }
        });
        unsettled.clear();
    }

    private Outcome ask(Like like, boolean wanted) {
        return wanted ? readers.like(like, Readers.LONG) : readers.takeBack(like);
    }

    /** What counts, once all is settled. */
    List<Like> given() {
        return given;
    }

    int answered() {
        return answered;
    }
}
