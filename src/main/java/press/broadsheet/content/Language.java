package press.broadsheet.content;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags of BCP 47 (RFC 5646): any case in, canonical case out. */
public final class Language {
    private static final int MAX_LENGTH = 35;

    private Language() {}

    /** The tag in canonical case ({@code pt-br} becomes {@code pt-BR}); empty where it is not well-formed. */
    public static Optional<String> canonical(String tag) {
        if (tag.isEmpty() || tag.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            String canonical = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            return "und".equals(canonical) ? Optional.empty() : Optional.of(canonical);
        } catch (IllformedLocaleException malformed) {
            return Optional.empty();
        }
    }
}
