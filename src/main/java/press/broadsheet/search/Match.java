package press.broadsheet.search;

import java.util.Comparator;
import java.util.UUID;

/**
 * An article that was found.
 *
 * @param exact whether it has all that was asked for, and not only some of the words
 */
record Match(UUID article, UUID story, double score, boolean exact) {
    /** The best first. */
    static final Comparator<Match> ORDER = Comparator.comparing(Match::exact)
            .thenComparingDouble(Match::score)
            .thenComparing(match -> match.article().toString())
            .reversed();
}
