package press.broadsheet.feed;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.ws.rs.core.MediaType;

import press.broadsheet.caching.Keyed;
import press.broadsheet.content.Keys;
import press.broadsheet.rendering.Rendered;
import press.broadsheet.syndication.FeedFormat;
import press.broadsheet.syndication.FeedHead;
import press.broadsheet.syndication.FeedItem;

/**
 * A list of articles as a feed.
 *
 * @param listKeys what the list is made of
 * @param lastModified see {@link Keyed#lastModified}
 */
record Feed(FeedFormat format, FeedHead head, List<FeedItem> items, Set<String> listKeys, Instant lastModified)
        implements Keyed, Rendered {

    /** The same, of a list that changes by itself and was read at an instant. */
    Feed asOf(Instant instant) {
        return new Feed(format, head, items, listKeys, instant);
    }

    @Override
    public Stream<String> keys() {
        return Stream.concat(Stream.of(Keys.SITE, Keys.CARDS), listKeys.stream());
    }

    @Override
    public MediaType mediaType() {
        return format.mediaType();
    }

    @Override
    public Object rendition() {
        return format.write(head, items);
    }
}
