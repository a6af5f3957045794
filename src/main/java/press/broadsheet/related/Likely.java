package press.broadsheet.related;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import press.broadsheet.listing.Candidate;

/**
 * An article that might stand beside another.
 *
 * @param reason why: {@link Candidate#PINNED}, {@link #SIMILAR_TEXT} or {@link #SHARED_TAGS}
 * @param score what it is ordered by
 * @param tags the shared tags, the weightiest first
 */
record Likely(
        UUID article, UUID story, Instant publishedAt, String reason, Score score, TermVector vector, List<Tag> tags) {
    static final String SIMILAR_TEXT = "similar-text";
    static final String SHARED_TAGS = "shared-tags";

    /** The best first; a tie goes to the newer. */
    static final Comparator<Likely> BEST_FIRST = Comparator.<Likely>comparingDouble(
                    likely -> likely.score().total())
            .thenComparing(Likely::publishedAt)
            .thenComparing(Likely::article)
            .reversed();

    /** A tag that both articles have, and what it adds to the score. */
    record Tag(String slug, double weight) {}

    Candidate candidate() {
        return new Candidate(article, story, score.total(), reason);
    }

    boolean isPinned() {
        return Candidate.PINNED.equals(reason);
    }
}
