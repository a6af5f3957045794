package press.broadsheet.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a client probably meant by a name that is not known: the known name that the fewest slips lead to, case aside,
 * if they are at most a third of the given name's length or one. A slip is a letter too many, too few, wrong, or swapped with
 * its neighbour (Damerau 1964, as optimal string alignment).
 */
public final class NearestName {
    /** Longer names are not compared, so that the cost of a hostile one is bounded. */
    private static final int LONGEST = 64;

    private NearestName() {}

    /** The known name nearest to the given one; of two equally near ones the first in alphabetical order. */
    public static Optional<String> of(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        int tolerance = Math.max(1, given.length() / 3);
        String lower = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> Math.abs(name.length() - given.length()) <= tolerance)
                .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= tolerance)
                .min(Comparator.comparingInt((String name) -> distance(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The usual half-sentence for the detail of a violation: {@code ; did you mean 'title'?}, or nothing. */
    public static String hint(String given, Collection<String> known) {
        return of(given, known).map("; did you mean '%s'?"::formatted).orElse("");
    }

    private static int distance(String from, String to) {
        int[][] table = new int[from.length() + 1][to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            table[0][column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            table[row][0] = row;
            for (int column = 1; column <= to.length(); column++) {
                boolean same = from.charAt(row - 1) == to.charAt(column - 1);
                int best = Math.min(
                        table[row - 1][column - 1] + (same ? 0 : 1),
                        1 + Math.min(table[row - 1][column], table[row][column - 1]));
                boolean swapped = row > 1
                        && column > 1
                        && from.charAt(row - 1) == to.charAt(column - 2)
                        && from.charAt(row - 2) == to.charAt(column - 1);
                table[row][column] = swapped ? Math.min(best, table[row - 2][column - 2] + 1) : best;
            }
        }
        return table[from.length()][to.length()];
    }
}
