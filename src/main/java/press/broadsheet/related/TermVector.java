package press.broadsheet.related;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The weightiest words of an article, each as a number, with their weights: a vector of length 1, or empty. */
final class TermVector {
    static final TermVector NONE = new TermVector(new int[0], new float[0]);

    /** In ascending order, so that two vectors are compared in one pass. */
    private final int[] terms;

    private final float[] weights;

    private TermVector(int[] terms, float[] weights) {
        this.terms = terms;
        this.weights = weights;
    }

    /** @param terms null for none */
    static TermVector of(Integer[] terms, Float[] weights) {
        int size = terms == null ? 0 : terms.length;
        int[] places = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing(place -> terms[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        TermVector vector = new TermVector(new int[size], new float[size]);
        for (int place = 0; place < size; place++) {
            vector.terms[place] = terms[places[place]];
            vector.weights[place] = weights[places[place]];
        }
        return vector;
    }

    /** The cosine of both, 0 to 1. */
    double likeness(TermVector other) {
        double likeness = 0;
        for (int mine = 0, theirs = 0; mine < terms.length && theirs < other.terms.length; ) {
            int order = Integer.compare(terms[mine], other.terms[theirs]);
            likeness += order == 0 ? (double) weights[mine] * other.weights[theirs] : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return likeness;
    }

    /** The words that both have, and what each adds to their likeness. */
    Map<Integer, Double> shared(TermVector other) {
        Map<Integer, Double> shared = new HashMap<>();
        for (int mine = 0; mine < terms.length; mine++) {
            int theirs = Arrays.binarySearch(other.terms, terms[mine]);
            if (theirs >= 0) {
                shared.put(terms[mine], (double) weights[mine] * other.weights[theirs]);
            }
        }
        return shared;
    }
}
