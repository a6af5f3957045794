package press.broadsheet.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.listing.Candidate;

/** A place in a ranking. */
@Schema(description = "A place in a ranking")
public record RankedItem(
        @Schema(description = "From 1 on, without gaps", examples = "1")
        int rank,

        @Schema(description = "What the metric counts; 0 for what fills the list", examples = "1830")
        double score,

        @Schema(description = "Whether it only fills the list: nobody viewed or liked it in the window")
        boolean backfill,

        ArticleCard article) {

    /** Ranks what was picked, in its order. */
    public static List<RankedItem> of(List<Candidate> picked, Map<UUID, ArticleCard> cards) {
        List<RankedItem> items = new ArrayList<>();
        for (Candidate candidate : picked) {
            if (cards.containsKey(candidate.article())) {
                ArticleCard card = cards.get(candidate.article());
                items.add(new RankedItem(items.size() + 1, candidate.score(), candidate.isBackfill(), card));
            }
        }
        return items;
    }
}
