package press.broadsheet.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.ArticleCard;

/** An article that a search found. */
@Schema(description = "An article that was found")
record SearchHit(
        @Schema(
                description =
                        "`all`: it has all that was asked for; `some`: it has some of the words, and stands behind those",
                enumeration = {"all", "some"})
        String match,

        @Schema(
                description =
                        "By which equals in `match` are ordered, the highest first; of no meaning between two searches")
        double score,

        ArticleCard article,

        @Schema(description = "Only if highlight=true") @JsonInclude(JsonInclude.Include.NON_NULL)
        Highlight highlight) {

    static SearchHit of(Match match, ArticleCard article, Highlight highlight) {
        return new SearchHit(match.exact() ? "all" : "some", match.score(), article, highlight);
    }
}
