package press.broadsheet.story;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;
import press.broadsheet.likeness.Resemblance;

/** Why an article is in its story, or alone. */
public enum Reason {
    /** Nearly every word sequence stands in both. */
    SAME_TEXT,
    /** Many sequences stand in both: rewritten, or brought up to date. */
    SHARED_TEXT,
    /** One stands in the other for the most part: shortened. */
    PART,
    /** An editor said so. */
    JOINED,
    /** An editor took it out; it is never put into a story again unless by an editor. */
    LEFT,
    /** Nothing like it was found, or what is like it came later. */
    FIRST;

    /** Below so many sequences texts are alike by chance or by form: captions, notices. */
    private static final int TINY = 40;

    /** Below so many a form that many texts share, such as that of a company's figures, is a large part of each. */
    private static final int SHORT = 150;

    private static final double SAME = 0.8;
    private static final double LIKE_TITLE = 0.5;

    /** Why two articles are one story; empty if they are not. */
    static Optional<Reason> of(Resemblance alike, StoryConfig config) {
        if (alike.length() < TINY) {
            return alike.text() >= SAME && alike.title() >= LIKE_TITLE ? Optional.of(SAME_TEXT) : Optional.empty();
        }
        if (alike.text() >= SAME) {
            return Optional.of(SAME_TEXT);
        }
        boolean brief = alike.length() < SHORT;
        if (alike.text() >= (brief ? config.briefText() : config.text())) {
            return Optional.of(SHARED_TEXT);
        }
        return alike.part() >= (brief ? config.briefPart() : config.part()) ? Optional.of(PART) : Optional.empty();
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Reason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
