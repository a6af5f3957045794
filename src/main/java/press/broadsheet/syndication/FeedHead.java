package press.broadsheet.syndication;

import java.time.Instant;

/**
 * What a feed says of itself.
 *
 * @param id never changes, whatever it is called
 * @param page where the site shows the same
 * @param self where the feed is
 * @param updated when one of its articles changed last; {@link Instant#EPOCH} if it has none
 * @param site the name of the site, whose word it is where no author is named
 */
public record FeedHead(
        String id,
        String title,
        String description,
        String page,
        String self,
        String language,
        Instant updated,
        String site,
        String siteUrl) {}
