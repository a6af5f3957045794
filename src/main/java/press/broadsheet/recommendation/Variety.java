package press.broadsheet.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import press.broadsheet.article.ArticleCard;
import press.broadsheet.listing.Candidate;

/**
 * Keeps one section from filling a list: none has more than a third of it, as long as another one has something to offer. What
 * is passed over for that comes behind, so that the list is full all the same.
 */
final class Variety {
    private static final int SHARES = 3;

    private Variety() {}

    static List<Candidate> of(List<Candidate> candidates, Map<UUID, ArticleCard> cards, int limit) {
        int most = (limit + SHARES - 1) / SHARES;
        Map<UUID, Integer> ofSection = new HashMap<>();
        List<Candidate> picked = new ArrayList<>();
        List<Candidate> passedOver = new ArrayList<>();
        for (Candidate candidate : candidates) {
            ArticleCard card = cards.get(candidate.article());
            if (card != null) {
                int place = ofSection.merge(card.section().id(), 1, Integer::sum);
                (place <= most ? picked : passedOver).add(candidate);
            }
        }
        picked.addAll(passedOver);
        return picked.subList(0, Math.min(limit, picked.size()));
    }
}
