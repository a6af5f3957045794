package press.broadsheet.listing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.article.ArticleCard;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;

/** What was published just before an article, and just after it. */
@Schema(description = "What was published just before an article, and just after it")
public record Adjacent(
        @Schema(description = "The older one; null at the end of the list", nullable = true)
        ArticleCard previous,

        @Schema(description = "The newer one; null at the start of the list", nullable = true)
        ArticleCard next)
        implements Keyed {

    static Adjacent of(ArticleListing.Neighbours neighbours, Seen seen, Cards cards) {
        List<Candidate> previous = seen.pick(1, neighbours.previous());
        List<Candidate> next = seen.pick(1, neighbours.next());
        Map<UUID, ArticleCard> dealt = cards.of(Stream.concat(previous.stream(), next.stream())
                .map(Candidate::article)
                .toList());
        return new Adjacent(card(previous, dealt), card(next, dealt));
    }

    private static ArticleCard card(List<Candidate> side, Map<UUID, ArticleCard> dealt) {
        return side.stream().map(Candidate::article).map(dealt::get).findFirst().orElse(null);
    }

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SITE, Keys.ARTICLES, Keys.CARDS);
    }
}
