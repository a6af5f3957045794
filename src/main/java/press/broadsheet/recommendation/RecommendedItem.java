package press.broadsheet.recommendation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.listing.Candidate;

/** An article that a reader might read next, and why. */
@Schema(description = "An article that a reader might read next, and why")
public record RecommendedItem(
        @Schema(description = "Why: `featured`, `most-viewed` or `latest`; more may be added", examples = "featured")
        String reason,

        ArticleCard article) {

    /** Of what was picked, in its order. */
    public static List<RecommendedItem> of(List<Candidate> picked, Map<UUID, ArticleCard> cards) {
        return picked.stream()
                .filter(candidate -> cards.containsKey(candidate.article()))
                .map(candidate -> new RecommendedItem(candidate.reason(), cards.get(candidate.article())))
                .toList();
    }
}
