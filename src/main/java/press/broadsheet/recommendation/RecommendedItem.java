package press.broadsheet.recommendation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.listing.Candidate;

/** An article that a reader might read next, and why. */
@Schema(description = "An article that a reader might read next, and why")
public record RecommendedItem(
        @Schema(
                description = "Why: `related` to what was seen, `featured`, `trending` or `latest`; more may be added",
                examples = "featured")
        String reason,

        ArticleCard article,

        @Schema(description = "How it came to its place, the largest share first; only if explain=true")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<Blend.Share> explanation) {
    public static final String RELATED = "related";
    public static final String FEATURED = "featured";
    public static final String TRENDING = "trending";

    /** Of what was picked, in its order, without explanations. */
    public static List<RecommendedItem> of(List<Candidate> picked, Map<UUID, ArticleCard> cards) {
        return picked.stream()
                .filter(candidate -> cards.containsKey(candidate.article()))
                .map(candidate -> new RecommendedItem(candidate.reason(), cards.get(candidate.article()), null))
                .toList();
    }

    /** The same with how each came to its place, the article that was picked or another one that its story shows. */
    static List<RecommendedItem> explained(List<Candidate> picked, Map<UUID, ArticleCard> cards, Blend blend) {
        return picked.stream()
                .filter(candidate -> cards.containsKey(candidate.article()))
                .map(candidate -> new RecommendedItem(
                        candidate.reason(), cards.get(candidate.article()), blend.sharesOf(candidate.article())))
                .toList();
    }
}
