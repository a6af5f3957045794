package press.broadsheet.lookup;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** The tags that occur together with one, the closest first. */
@Schema(description = "The tags that occur together with one, the closest first")
record RelatedTagList(List<RelatedTag> items, PageInfo page) implements Paged, Keyed {
    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.ARTICLES, Keys.TAGS);
    }
}
