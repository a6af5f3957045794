package press.broadsheet.change;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import press.broadsheet.content.Keys;

/**
 * A change to be told.
 *
 * @param type what kind of thing changed, in one word: {@code article}, {@code tag}
 * @param id null where many things changed, or one that has none
 * @param slug the thing's slug at that moment, null where it has none
 * @param keys what the change touches, of {@link Keys}
 * @param visible whether readers may be told of it: only if they could see the thing before or can see it now
 */
public record Change(ChangeKind kind, String type, UUID id, String slug, Set<String> keys, boolean visible) {

    /** A change that touches nothing yet and that readers are not told of. */
    public static Change of(ChangeKind kind, String type, UUID id, String slug) {
        return new Change(kind, type, id, slug, Set.of(), false);
    }

    /** The same, touching what these keys name. */
    public Change touching(Set<String> keys) {
        return new Change(kind, type, id, slug, Set.copyOf(keys), visible);
    }

    /** What it touches in all: what readers are told of changes the list of changes too. */
    Set<String> touched() {
        return visible
                ? Stream.concat(keys.stream(), Stream.of(Keys.CHANGES)).collect(Collectors.toUnmodifiableSet())
                : keys;
    }

    /** The same; readers are told if the condition holds. */
    public Change visibleIf(boolean condition) {
        return new Change(kind, type, id, slug, keys, condition);
    }

    /** The same; readers are told. */
    public Change visibleToAll() {
        return visibleIf(true);
    }
}
