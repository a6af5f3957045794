package press.broadsheet.related;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Vectors by their terms, as in an inverted index, so that one more is compared with all of them in a single pass over its own
 * terms. Comparing them pair by pair took longer than all else that an answer takes.
 */
final class ComparedVectors {
    private final Map<Integer, List<Posting>> postings = new HashMap<>();
    private int size;

    private record Posting(int vector, float weight) {}

    static ComparedVectors of(TermVector vector) {
        ComparedVectors only = new ComparedVectors();
        only.add(vector);
        return only;
    }

    void add(TermVector vector) {
        int number = size++;
        vector.forEach((term, weight) ->
                postings.computeIfAbsent(term, ignored -> new ArrayList<>()).add(new Posting(number, weight)));
    }

    /** The cosine of a vector and the nearest of these, 0 without any. */
    double likeness(TermVector vector) {
        double[] likeness = new double[size];
        double[] greatest = {0};
        vector.forEach((term, weight) -> {
            for (Posting posting : postings.getOrDefault(term, List.of())) {
                likeness[posting.vector()] += (double) weight * posting.weight();
                greatest[0] = Math.max(greatest[0], likeness[posting.vector()]);
            }
        });
        return greatest[0];
    }
}
