package press.broadsheet.related;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.listing.Candidate;

/** An article beside another, and why it stands there. */
@Schema(description = "An article beside another, and why it stands there")
public record RelatedItem(
        @Schema(
                description =
                        "Why: `pinned` by an editor, `similar-text`, `shared-tags`, or `latest` where it fills the list;"
                                + " more may be added",
                examples = "similar-text")
        String reason,

        @Schema(description = "By which the list is ordered behind the pins; 0 for what fills it", examples = "0.34")
        double score,

        ArticleCard article,

        @Schema(description = "How the score comes about; only if explain=true")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Explanation explanation) {

    /** Of what was picked, in its order, without explanations. */
    public static List<RelatedItem> of(List<Candidate> picked, Map<UUID, ArticleCard> cards) {
        return of(picked, cards, Map.of());
    }

    /** The same, each with its explanation if there is one. */
    static List<RelatedItem> of(
            List<Candidate> picked, Map<UUID, ArticleCard> cards, Map<UUID, Explanation> explanations) {
        return picked.stream()
                .filter(candidate -> cards.containsKey(candidate.article()))
                .map(candidate -> new RelatedItem(
                        candidate.reason(),
                        candidate.score(),
                        cards.get(candidate.article()),
                        explanations.get(candidate.article())))
                .toList();
    }

    /** How a score comes about, part by part. */
    @Schema(name = "RelatedExplanation", description = "How a score comes about, part by part")
    record Explanation(
            Score parts,

            @Schema(description = "The tags that both have, and what each adds")
            List<Shared> tags,

            @Schema(
                    description =
                            "The words that both have, as search reads them, and what each adds; the weightiest ten")
            List<Shared> terms) {
        private static final int MOST_TERMS = 10;

        /** Of what fills the list: nothing is shared. */
        static final Explanation NONE = new Explanation(Score.NONE, List.of(), List.of());

        static Explanation of(Likely likely, TermVector itself, Map<Integer, String> words) {
            return new Explanation(
                    likely.score(),
                    likely.tags().stream()
                            .map(tag -> new Shared(tag.slug(), tag.weight()))
                            .toList(),
                    itself.shared(likely.vector()).entrySet().stream()
                            .filter(term -> Objects.nonNull(words.get(term.getKey())))
                            .map(term -> new Shared(words.get(term.getKey()), term.getValue()))
                            .sorted(Comparator.comparingDouble(Shared::weight)
                                    .reversed()
                                    .thenComparing(Shared::name))
                            .limit(MOST_TERMS)
                            .toList());
        }
    }

    /** A tag or a word that both articles have. */
    @Schema(name = "RelatedShared", description = "A tag or a word that both articles have")
    record Shared(
            @Schema(description = "The tag's slug, or the word", examples = "sea-wall")
            String name,

            @Schema(description = "What it adds to the score", examples = "0.042")
            double weight) {}
}
