package press.broadsheet.author;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** A page of the list of authors. */
@Schema(description = "A page of the list of authors")
record AuthorPage(List<AuthorRepresentation> items, PageInfo page) implements Paged, Keyed {
    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.AUTHORS);
    }
}
