package press.broadsheet.sync;

import java.util.List;
import java.util.Set;

/**
 * What narrows the changes that a client wants to hear of.
 *
 * @param types of {@link #TYPES}; empty for all
 * @param kinds of {@link #KINDS}; empty for all
 */
record ChangeFilter(Set<String> types, Set<String> kinds) {
    static final List<String> TYPES = List.of("article", "author", "collection", "section", "site", "tag");
    static final List<String> KINDS = List.of("publish", "update", "unpublish", "delete");

    static final ChangeFilter NONE = new ChangeFilter(Set.of(), Set.of());

    boolean takes(ToldChange change) {
        return (types.isEmpty() || types.contains(change.type())) && (kinds.isEmpty() || kinds.contains(change.kind()));
    }
}
