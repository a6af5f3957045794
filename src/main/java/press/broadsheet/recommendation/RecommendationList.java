package press.broadsheet.recommendation;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** What a reader might read next, no story twice. */
@Schema(description = "What a reader might read next, no story twice")
public record RecommendationList(List<RecommendedItem> items, PageInfo page) implements Paged, Keyed {
    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SITE, Keys.ARTICLES, Keys.CARDS, Keys.COLLECTIONS);
    }
}
