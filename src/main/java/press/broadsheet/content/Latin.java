package press.broadsheet.content;

import java.util.Locale;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;

/**
 * Writing of any script in Latin letters without marks, in lower case. Apart from {@link Slug}, because loading the rules takes
 * most of a second (those for Chinese half a second more, once), which no request that only reads shall wait for.
 */
final class Latin {
    /**
     * ICU's rules, in this order: composed letters, so that both Unicode forms of a title are one; what is invisible or
     * stands within a word goes; German umlauts as Germans write them; Russian as English newspapers write it (BGN; the
     * general rules for Cyrillic make one letter of three); then every other script, and marks off.
     */
    private static final Transliterator RULES = Transliterator.createFromRules("latin", """
            :: NFC ;
            :: [[:Cf:][:Cs:]] Remove ;
            ä > ae ; ö > oe ; ü > ue ;
            Ä > Ae ; Ö > Oe ; Ü > Ue ;
            :: Russian-Latin/BGN ;
            :: Any-Latin ;
            :: Latin-ASCII ;
            :: NFKD ;
            :: [[:M:][:Lm:][:Sk:]['"]] Remove ;
            :: Lower ;
            """, Transliterator.FORWARD);

    /** Of ASCII, what the rules take out. */
    private static final Pattern MARKS = Pattern.compile("['\"^`]");

    private Latin() {}

    /** Takes up to 35 microseconds a character; what is not a letter or a digit may be left as it is. */
    static String of(String text) {
        return isAscii(text) ? plain(text) : byRules(text);
    }

    static String byRules(String text) {
        return RULES.transliterate(text);
    }

    /** What the rules do to ASCII, at a hundredth of what they take: the import of an archive is titles in English, often. */
    private static String plain(String text) {
        return MARKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }
}
