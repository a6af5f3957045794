package press.broadsheet.query;

import java.util.ArrayList;
import java.util.List;

/**
 * What a list is narrowed to by one kind of term, a tag for instance: {@code tag=a,b} is any of them, {@code tag=a&tag=b}
 * all of them, {@code tag=-a} none of them. Order and repetition mean nothing, so they are not kept: two spellings of
 * one question are equal.
 *
 * @param allOfAnyOf groups that must all be met, each by any one of its terms
 * @param noneOf terms that must not be met
 */
public record Terms(List<List<String>> allOfAnyOf, List<String> noneOf) {
    /** The most terms that one parameter takes, wanted and unwanted ones together. */
    public static final int MOST = 20;

    /** No restriction. */
    public static final Terms NONE = new Terms(List.of(), List.of());

    private static final int LONGEST = 100;

    public Terms {
        allOfAnyOf = allOfAnyOf.stream()
                .map(Terms::canonical)
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
        noneOf = canonical(noneOf);
    }

    /** This one, an id or a slug. */
    public static Terms of(String term) {
        return new Terms(List.of(List.of(term)), List.of());
    }

    /** Whether this restricts nothing. */
    public boolean isEmpty() {
        return allOfAnyOf.isEmpty() && noneOf.isEmpty();
    }

    /** Reads a parameter from the values with which it was sent; {@link #NONE} on a fault. */
    static Terms read(String name, List<String> raw, Arguments arguments) {
        List<List<String>> allOfAnyOf = new ArrayList<>();
        List<String> noneOf = new ArrayList<>();
        int count = 0;
        for (String value : raw) {
            List<String> terms = List.of(value.split(",", -1));
            count += terms.size();
            if (terms.stream().allMatch(term -> term.startsWith("-") && isTerm(term.substring(1)))) {
                terms.forEach(term -> noneOf.add(term.substring(1)));
            } else if (terms.stream().allMatch(Terms::isTerm)) {
                allOfAnyOf.add(terms);
            } else {
                String remedy =
                        "must be ids or slugs: %1$s=a,b for any of them, %1$s=a&%1$s=b for all, %1$s=-a for none;"
                                + " a - stands before each unwanted one, and wanted ones go into a %1$s of their own";
                arguments.refuse(name, "not-terms", remedy.formatted(name));
                return NONE;
            }
        }
        if (count > MOST) {
            arguments.refuse(name, "too-many", "takes at most %d values, wanted and unwanted together".formatted(MOST));
            return NONE;
        }
        return new Terms(allOfAnyOf, noneOf);
    }

    private static boolean isTerm(String term) {
        return !term.isEmpty()
                && term.length() <= LONGEST
                && !term.startsWith("-")
                && term.codePoints().noneMatch(Character::isWhitespace);
    }

    private static List<String> canonical(List<String> terms) {
        return terms.stream().distinct().sorted().toList();
    }
}
