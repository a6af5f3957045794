package press.broadsheet.related;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Spreads a list out: of articles that are nearly equal, the second and all further ones wait behind those that say something
 * else. The idea is that of Jaime Carbonell and Jade Goldstein, "The use of MMR, diversity-based reranking for reordering
 * documents and producing summaries", SIGIR 1998; with a threshold instead of their sum, so that articles which are merely about
 * the same thing keep the order of their scores.
 */
final class Spreading {
    private Spreading() {}

    /** The best of each story in a new order; nothing is lost but further articles of a story. */
    static List<Likely> spread(List<Likely> bestFirst, double nearlyEqual) {
        Set<UUID> stories = new HashSet<>();
        List<Likely> shown = new ArrayList<>();
        ComparedVectors vectors = new ComparedVectors();
        List<Likely> waiting = new ArrayList<>();
        for (Likely likely : bestFirst) {
            if (stories.add(likely.story())) {
                boolean waits = !likely.isPinned() && vectors.likeness(likely.vector()) >= nearlyEqual;
                (waits ? waiting : shown).add(likely);
                if (!waits) {
                    vectors.add(likely.vector());
                }
            }
        }
        shown.addAll(waiting);
        return shown;
    }
}
