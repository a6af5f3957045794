package press.broadsheet.engagement;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** The counters of several articles. */
@Schema(description = "The counters of several articles")
record CounterList(List<Counters> items, PageInfo page) implements Paged, Keyed {
    @Override
    public Stream<String> keys() {
        return Stream.concat(Stream.of(Keys.SITE), items.stream().map(item -> Keys.article(item.article())));
    }
}
