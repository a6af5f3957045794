package press.broadsheet.content;

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

    private Latin() {}

    /** Takes up to 35 microseconds a character; what is not a letter or a digit may be left as it is. */
    static String of(String text) {
        return RULES.transliterate(text);
    }
}
