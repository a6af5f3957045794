package press.broadsheet.webhook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import press.broadsheet.problem.NearestName;

/** What a webhook can ask for: a type, {@code article}, for all that happens to it, or one event, {@code article.publish}. */
final class EventName {
    private static final List<String> TYPES = List.of("article", "author", "collection", "section", "site", "tag");
    private static final List<String> KINDS = List.of("publish", "update", "unpublish", "delete");

    private static final List<String> ALL = TYPES.stream()
            .flatMap(type -> Stream.concat(Stream.of(type), KINDS.stream().map(kind -> type + "." + kind)))
            .toList();

    private EventName() {}

    /** What is wrong with a name, as the end of a sentence that begins with it; empty if nothing is. */
    static Optional<String> fault(String name) {
        return ALL.contains(name)
                ? Optional.empty()
                : Optional.of("must be one of %s, or one of these with .%s%s"
                        .formatted(String.join(", ", TYPES), String.join(", .", KINDS), NearestName.hint(name, ALL)));
    }
}
