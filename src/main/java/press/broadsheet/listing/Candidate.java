package press.broadsheet.listing;

import java.util.UUID;

/**
 * An article that a list might show.
 *
 * @param story near-duplicates share it; a list shows one article of a story
 * @param score by which the list orders, the highest first
 * @param reason why it is a candidate, in a word that clients see
 */
public record Candidate(UUID article, UUID story, double score, String reason) {
    /** It stands here to fill the list: among the newest, for no better reason. */
    public static final String LATEST = "latest";

    /** Editors want it beside an article. */
    public static final String PINNED = "pinned";

    /** Editors put it on the featured collection. */
    public static final String FEATURED = "featured";

    /** Whether editors want this very article here, whatever else its story would show. */
    boolean isChosen() {
        return PINNED.equals(reason) || FEATURED.equals(reason);
    }

    public boolean isBackfill() {
        return LATEST.equals(reason);
    }
}
