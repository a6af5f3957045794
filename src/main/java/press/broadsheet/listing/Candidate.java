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

    public boolean isBackfill() {
        return LATEST.equals(reason);
    }
}
