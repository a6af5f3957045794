package press.broadsheet.naming;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import press.broadsheet.content.Reference;
import press.broadsheet.problem.Violation;
import press.broadsheet.problem.Violations;

/** Reads lists of references in the bodies of requests. */
public final class References {
    private References() {}

    /**
     * What a list of references means, in its order. One that means nothing is a fault, and so is the same thing twice; a former
     * name beside the present one is not, since who wrote the list may not know that two things became one.
     *
     * @param pointer to the list
     * @param what each refers to, "tag"
     * @param present things by the {@link Reference#key()} that they have
     * @param former things by names that they had
     */
    public static <T> List<T> all(
            String pointer,
            String what,
            List<Reference> references,
            Map<String, T> present,
            Map<String, T> former,
            Violations violations) {
        Set<T> meant = new LinkedHashSet<>();
        Set<T> named = new HashSet<>();
        for (int index = 0; index < references.size(); index++) {
            Reference reference = references.get(index);
            T thing = present.getOrDefault(reference.key(), former.get(reference.key()));
            if (thing == null) {
                violations.add(unknown(pointer + "/" + index, what, reference));
            } else if (present.containsKey(reference.key()) && !named.add(thing)) {
                violations.add(
                        Violation.inBody(pointer + "/" + index, "duplicate", "'" + reference + "' stands here twice"));
            } else {
                meant.add(thing);
            }
        }
        return List.copyOf(meant);
    }

    /** A reference to nothing. */
    public static Violation unknown(String pointer, String what, Reference reference) {
        return Violation.inBody(pointer, "unknown", "There is no " + what + " '" + reference + "'");
    }
}
