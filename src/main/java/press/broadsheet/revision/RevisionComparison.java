package press.broadsheet.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What differs between two revisions, field by field. */
@Schema(description = "What differs between two revisions, field by field")
record RevisionComparison(
        @Schema(examples = "3") int from,
        @Schema(examples = "7") int to,
        List<FieldChange> changes) {

    /** A field with two values. */
    @Schema(description = "A field with two values")
    record FieldChange(
            @Schema(description = "JSON pointer (RFC 6901) into `content`", examples = "/title")
            String pointer,

            @Schema(nullable = true) Object before,

            @Schema(nullable = true) Object after) {}

    static RevisionComparison of(Revision from, Revision to) {
        List<FieldChange> changes = new ArrayList<>();
        compare("", from.content(), to.content(), changes);
        return new RevisionComparison(from.version(), to.version(), changes);
    }

    /** Arrays are values: their order is the editors', and an index says little once something was put before it. */
    private static void compare(String pointer, Object before, Object after, List<FieldChange> changes) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> young) {
            Set<Object> names = new LinkedHashSet<>(old.keySet());
            names.addAll(young.keySet());
            names.forEach(name -> compare(pointer + "/" + name, old.get(name), young.get(name), changes));
        } else if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(pointer, before, after));
        }
    }
}
