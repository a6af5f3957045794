package press.broadsheet.tag;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** A page of the list of tags. */
@Schema(description = "A page of the list of tags")
record TagPage(List<TagRepresentation> items, PageInfo page) implements Paged, Keyed {
    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.TAGS);
    }
}
