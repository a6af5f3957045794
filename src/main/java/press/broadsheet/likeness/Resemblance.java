package press.broadsheet.likeness;

import java.util.UUID;

/**
 * How an article resembles another; each share 0 to 1.
 *
 * @param article the other one
 * @param story the other one's story
 * @param text what share of all sequences of three words stands in both
 * @param part what share of the shorter one's sequences stands in the longer one
 * @param words how alike the weightiest words are (cosine)
 * @param title how alike the titles are
 * @param length how many different sequences the shorter one has
 */
public record Resemblance(UUID article, UUID story, double text, double part, double words, double title, int length) {

    static Resemblance of(UUID article, UUID story, Text mine, Text other, double words) {
        return new Resemblance(
                article,
                story,
                mine.shingles().resemblance(other.shingles()),
                mine.shingles().containment(other.shingles()),
                Math.min(1, words),
                mine.titleLikeness(other),
                Math.min(mine.shingles().size(), other.shingles().size()));
    }
}
