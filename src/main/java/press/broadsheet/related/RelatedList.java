package press.broadsheet.related;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** What belongs beside an article, the best first. */
@Schema(description = "What belongs beside an article, the best first")
public record RelatedList(List<RelatedItem> items, PageInfo page) implements Paged, Keyed {
    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SITE, Keys.ARTICLES, Keys.CARDS);
    }
}
