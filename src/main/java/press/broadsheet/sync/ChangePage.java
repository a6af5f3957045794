package press.broadsheet.sync;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.page.PageInfo;
import press.broadsheet.page.Paged;

/** A part of the changes, oldest first. */
@Schema(description = "A part of the changes, oldest first")
record ChangePage(
        List<ChangeRepresentation> items,

        @Schema(description = "How to go on; `next` is always there, even when there is nothing more yet")
        PageInfo page,

        @Schema(description = "Whether these were all there are: ask again later, with `page.next`")
        boolean upToDate)
        implements Paged, Keyed {

    @Override
    public Stream<String> keys() {
        return Stream.of(Keys.CHANGES);
    }

    @Override
    public Instant lastModified() {
        return items.isEmpty() ? Instant.EPOCH : items.get(items.size() - 1).at();
    }
}
