package press.broadsheet.content;

import java.util.Optional;
import java.util.regex.Pattern;

import com.github.slugify.Slugify;

/** The part of an address that names a thing: lower-case ASCII words joined by hyphens, at most {@value #MAX_LENGTH} characters. */
public final class Slug {
    public static final int MAX_LENGTH = 120;

    /** For the OpenAPI document and for validation of what a client sends. */
    public static final String PATTERN = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final Pattern VALID = Pattern.compile(PATTERN);
    private static final Slugify SLUGIFY = Slugify.builder()
            .transliterator(true)
            .customReplacement("ä", "ae")
            .customReplacement("ö", "oe")
            .customReplacement("ü", "ue")
            .customReplacement("Ä", "ae")
            .customReplacement("Ö", "oe")
            .customReplacement("Ü", "ue")
            .customReplacement("_", "-")
            .build();

    private Slug() {}

    public static boolean isValid(String slug) {
        return slug.length() <= MAX_LENGTH && VALID.matcher(slug).matches();
    }

    /** Makes a slug of a title, transliterated, cut at a word; empty where no letter or digit is left of it. */
    public static Optional<String> of(String title) {
        String slug = SLUGIFY.slugify(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? Optional.empty() : Optional.of(cut(slug, MAX_LENGTH));
    }

    /** The same slug with a number behind it, for the second, third … thing of one title. */
    public static String numbered(String slug, int number) {
        String suffix = "-" + number;
        return cut(slug, MAX_LENGTH - suffix.length()) + suffix;
    }

    private static String cut(String slug, int length) {
        if (slug.length() <= length) {
            return slug;
        }
        int hyphen = slug.lastIndexOf('-', length);
        return slug.substring(0, hyphen > 0 ? hyphen : length);
    }
}
