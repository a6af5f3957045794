package press.broadsheet.naming;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import press.broadsheet.content.Keys;

/** A kind of thing that has a slug of its own among its like. */
public enum Kind {
    TAG(Keys.TAGS, true),
    SECTION(Keys.SECTIONS, true),
    AUTHOR(Keys.AUTHORS, true),
    COLLECTION(Keys.COLLECTIONS, false);

    private final String list;
    private final boolean onCards;

    Kind(String list, boolean onCards) {
        this.list = list;
        this.onCards = onCards;
    }

    /** What one is called, in the change log and to clients. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The segment of a path below which they stand. */
    String segment() {
        return code() + "s";
    }

    /** What the coming of one touches: nothing yet refers to it. */
    Set<String> ownKeys(UUID id) {
        return Set.of(list, own(id));
    }

    /** What a change of one touches: cards of articles show names of some kinds. */
    Set<String> keys(UUID id) {
        Set<String> keys = new HashSet<>(ownKeys(id));
        if (onCards) {
            keys.add(Keys.CARDS);
        }
        return keys;
    }

    private String own(UUID id) {
        return switch (this) {
            case TAG -> Keys.tag(id);
            case SECTION -> Keys.section(id);
            case AUTHOR -> Keys.author(id);
            case COLLECTION -> Keys.collection(id);
        };
    }
}
