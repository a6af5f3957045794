package press.broadsheet.content;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of an address that names a thing: lower-case ASCII words joined by hyphens, at most {@value #MAX_LENGTH} characters. */
public final class Slug {
    public static final int MAX_LENGTH = 120;

    /**
     * For the OpenAPI document and for validation of what a client sends. More words than that do not fit into the length; a
     * star instead of their number would let a long text overflow the stack of Java's matcher.
     */
    public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+){0,59}$";

    /** The slug of a title without a letter or digit. */
    private static final String NAMELESS = "untitled";

    /** So many of one title are numbered, each asking once whether it is taken; those behind get random digits. */
    private static final int MOST_NUMBERED = 9;

    /** A slug is long before the end of it; transliterating costs time for each character. */
    private static final int MOST_READ = 500;

    private static final Pattern VALID = Pattern.compile(PATTERN);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    public static boolean isValid(String slug) {
        return slug.length() <= MAX_LENGTH && VALID.matcher(slug).matches();
    }

    /** Makes a slug of a title, transliterated, cut at a word; empty where no letter or digit is left of it. */
    public static Optional<String> of(String title) {
        String latin = Latin.of(title.substring(0, Math.min(title.length(), MOST_READ)));
        String slug = BETWEEN_WORDS
                .splitAsStream(latin)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("-"));
        return slug.isEmpty() ? Optional.empty() : Optional.of(cut(slug, MAX_LENGTH));
    }

    /**
     * Chooses the slug of a new thing: the one given, or else one made of its title with a number behind it if need be. What
     * looks like an id is always taken, since {@link Reference} reads it as one.
     *
     * @param given what the client wants, or null
     * @param taken tells whether another thing has a slug
     * @return empty where the given one is taken
     */
    public static Optional<String> choose(String given, String title, Predicate<String> taken) {
        Predicate<String> free = slug -> Ids.parse(slug).isEmpty() && !taken.test(slug);
        if (given != null) {
            return Optional.of(given).filter(free);
        }
        String made = of(title).orElse(NAMELESS);
        return Stream.iterate(1, number -> number + 1)
                .limit(MOST_NUMBERED)
                .map(number -> number == 1 ? made : suffixed(made, String.valueOf(number)))
                .filter(free)
                .findFirst()
                .or(() -> Optional.of(suffixed(made, Ids.next().toString().substring(24))));
    }

    private static String suffixed(String slug, String suffix) {
        return cut(slug, MAX_LENGTH - suffix.length() - 1) + "-" + suffix;
    }

    private static String cut(String slug, int length) {
        if (slug.length() <= length) {
            return slug;
        }
        int hyphen = slug.lastIndexOf('-', length);
        // A word longer than half the slug is cut itself: better a part of it than nearly nothing.
        return slug.substring(0, hyphen > length / 2 ? hyphen : length);
    }
}
