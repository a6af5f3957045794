package press.broadsheet.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the faults of one request, so that a client learns all of them from one answer. Not thread-safe; one per
 * request.
 */
public final class Violations {
    /** More are not kept: a body of a million wrong fields must not become an answer of a million entries. */
    public static final int LIMIT = 100;

    private final List<Violation> found = new ArrayList<>();

    public Violations add(Violation violation) {
        if (found.size() < LIMIT) {
            found.add(violation);
        }
        return this;
    }

    public Violations addAll(List<Violation> violations) {
        violations.forEach(this::add);
        return this;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found so far, in the order in which it was found. */
    public List<Violation> all() {
        return List.copyOf(found);
    }

    /**
     * Does nothing if nothing was found.
     *
     * @throws ProblemException of the given type with everything that was found
     */
    public void verify(ProblemType type) {
        if (!found.isEmpty()) {
            throw ProblemException.of(type, all());
        }
    }
}
