package press.broadsheet.content;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Language tags of BCP 47 (RFC 5646): any case in, canonical case out. */
public final class Language {
    private static final int MAX_LENGTH = 35;

    /** How Java says that a tag has none, depending on how that was written. */
    private static final Set<String> NONE = Set.of("", "und");

    private Language() {}

    /**
     * The tag in canonical case ({@code pt-br} becomes {@code pt-BR}); empty where it is not well-formed, is longer than 35
     * characters (RFC 5646, 4.4.1) or names no language ({@code und}, {@code x-…}). That the language exists is not checked.
     */
    public static Optional<String> canonical(String tag) {
        if (tag.isEmpty() || tag.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Locale.Builder builder = new Locale.Builder().setLanguageTag(tag);
            // Java keeps the case of variants; RFC 5646, 2.1.1 writes them small.
            Locale locale = builder.setVariant(builder.build().getVariant().toLowerCase(Locale.ROOT))
                    .build();
            return NONE.contains(locale.getLanguage()) ? Optional.empty() : Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }
}
