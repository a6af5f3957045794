package press.broadsheet.question;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of days, the newest first: the last days one by one, those before by fours, sixteens, and so on, each block once. Every
 * article's vector has the blocks that it falls into, so that a search reads as many of the newest matches as it needs, at a cost
 * that grows with these and not with the archive. The SQL function {@code search_days} says the same of an instant.
 */
public final class Days {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final int HIGHEST = 10;

    private Days() {}

    /** The lexemes, quoted as in a query, of the blocks from the day of one instant back to that of another, in UTC. */
    public static List<String> from(Instant newest, Instant oldest) {
        long last = day(oldest);
        long end = day(newest) + 1;
        List<String> blocks = new ArrayList<>();
        for (int level = 0; level <= HIGHEST && end > last; level++) {
            int size = 2 * level;
            // Up to where a block of the next size begins, but one at least, or small ones would never end.
            do {
                end -= 1L << size;
                blocks.add("'=d%d.%d'".formatted(level, end >> size));
            } while (end > last && (level == HIGHEST || end % (1L << (size + 2)) != 0));
        }
        return blocks;
    }

    private static long day(Instant instant) {
        return Math.max(
                0, ChronoUnit.DAYS.between(FIRST, instant.atZone(ZoneOffset.UTC).toLocalDate()));
    }
}
