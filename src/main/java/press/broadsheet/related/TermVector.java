package press.broadsheet.related;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The weightiest words of an article, each as a number, with their weights: a vector of length 1, or empty. */
final class TermVector {
    static final TermVector NONE = new TermVector(new Integer[0], new Float[0]);

    private final Integer[] terms;
    private final Float[] weights;

    private TermVector(Integer[] terms, Float[] weights) {
        this.terms = terms;
        this.weights = weights;
    }

    /**
     * @param terms each once, null for none
     * @param weights above 0, as many
     */
    static TermVector of(Integer[] terms, Float[] weights) {
        return terms == null ? NONE : new TermVector(terms, weights);
    }

    void forEach(BiConsumer<Integer, Float> action) {
        for (int place = 0; place < terms.length; place++) {
            action.accept(terms[place], weights[place]);
        }
    }

    /** The words that both have, and what each adds to their likeness. */
    Map<Integer, Double> shared(TermVector other) {
        Map<Integer, Float> theirs = new HashMap<>();
        other.forEach(theirs::put);
        Map<Integer, Double> shared = new HashMap<>();
        forEach((term, weight) -> {
            if (theirs.containsKey(term)) {
                shared.put(term, (double) weight * theirs.get(term));
            }
        });
        return shared;
    }
}
