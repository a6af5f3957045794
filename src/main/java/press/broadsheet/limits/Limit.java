package press.broadsheet.limits;

import java.util.Locale;

/** What is limited; each is a number of requests a minute in {@code broadsheet.limits}. */
public enum Limit {
    /** Requests with one key, or in the name of one subject of a token. */
    KEY,
    /** Views reported from one address. */
    VIEWS,
    /** Reactions given and taken back from one address. */
    REACTIONS,
    /** Wrong credentials from one address. */
    GUESSES;

    /** Its name in headers. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
