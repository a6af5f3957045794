package press.broadsheet.search;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.author.AuthorName;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;
import press.broadsheet.tag.TagName;

/** A page of what a search found. */
@Schema(description = "A page of what a search found, the best first, no story twice")
record SearchResults(
        List<SearchHit> items,
        PageInfo page,
        Matches matches,

        @Schema(description = "Tags in whose names all the words stand, at most five, the best known first")
        List<TagName> tags,

        @Schema(description = "Authors in whose names all the words stand, at most five")
        List<AuthorName> authors,

        @Schema(description = "Where nothing was found: what finds something and is written alike", nullable = true)
        String suggestion,

        @Schema(description = "Only what facets= asked for") @JsonInclude(JsonInclude.Include.NON_NULL)
        Facets facets)
        implements Paged, Keyed {

    /** How many articles have all that was asked for. */
    @Schema(description = "How many articles have all that was asked for; stories count once")
    record Matches(
            @Schema(examples = "42") int value,

            @Schema(
                    description = "`at-least`: only the newest 1,000 matches are ranked and counted, in facets too",
                    enumeration = {"exact", "at-least"})
            String relation) {

        static Matches of(Ranking ranking) {
            return new Matches(ranking.matches().size(), ranking.complete() ? "exact" : "at-least");
        }
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SITE, Keys.ARTICLES, Keys.CARDS, Keys.TAGS, Keys.AUTHORS);
    }
}
