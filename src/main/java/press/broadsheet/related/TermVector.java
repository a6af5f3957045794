package press.broadsheet.related;

import java.util.HashMap;
import java.util.Map;

/** The weightiest words of an article, each as a number, with their weights: a vector of length 1, or empty. */
record TermVector(Map<Integer, Float> weights) {

    static TermVector of(Integer[] terms, Float[] weights) {
        Map<Integer, Float> vector = new HashMap<>();
        for (int place = 0; terms != null && place < terms.length; place++) {
            vector.put(terms[place], weights[place]);
        }
        return new TermVector(vector);
    }

    /** The cosine of both, 0 to 1. */
    double likeness(TermVector other) {
        return shared(other).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The words that both have, and what each adds to their likeness. */
    Map<Integer, Double> shared(TermVector other) {
        Map<Integer, Double> shared = new HashMap<>();
        weights.forEach((term, weight) -> {
            Float theirs = other.weights.get(term);
            if (theirs != null) {
                shared.put(term, (double) weight * theirs);
            }
        });
        return shared;
    }
}
