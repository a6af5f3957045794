package press.broadsheet.change;

import java.util.Locale;

/** What happened to a thing, as the log tells it. */
public enum ChangeKind {
    CREATE,
    UPDATE,
    PUBLISH,
    UNPUBLISH,
    DELETE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
