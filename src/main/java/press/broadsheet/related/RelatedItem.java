package press.broadsheet.related;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.listing.Candidate;

/** An article beside another, and why it stands there. */
@Schema(description = "An article beside another, and why it stands there")
public record RelatedItem(
        @Schema(
                description = "Why: `shared-tags`, or `latest` where it fills the list; more may be added",
                examples = "shared-tags")
        String reason,

        @Schema(description = "By which the list is ordered; 0 for what fills it", examples = "1.34")
        double score,

        ArticleCard article,

        @Schema(description = "How the score comes about; only if explain=true")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<SharedTag> sharedTags) {

    /** Of what was picked, in its order, without explanations. */
    public static List<RelatedItem> of(List<Candidate> picked, Map<UUID, ArticleCard> cards) {
        return picked.stream()
                .filter(candidate -> cards.containsKey(candidate.article()))
                .map(candidate ->
                        new RelatedItem(candidate.reason(), candidate.score(), cards.get(candidate.article()), null))
                .toList();
    }

    /** The same item with how its score comes about. */
    RelatedItem explained(Map<UUID, List<SharedTag>> shared) {
        return new RelatedItem(reason, score, article, shared.getOrDefault(article.id(), List.of()));
    }

    /** A tag that both articles have. */
    @Schema(description = "A tag that both articles have")
    public record SharedTag(
            @Schema(examples = "sea-wall") String slug,

            @Schema(description = "What it adds to the score: the rarer, the more", examples = "0.42")
            double weight) {}
}
