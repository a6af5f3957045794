package press.broadsheet.section;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** The sections at the top of the tree, with those below them. */
@Schema(description = "The sections at the top of the tree, with those below them")
record SectionTree(List<SectionRepresentation> items, PageInfo page) implements Paged, Keyed {
    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.SECTIONS);
    }
}
