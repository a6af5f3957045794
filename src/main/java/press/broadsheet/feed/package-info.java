/**
 * Lists of articles as feeds. A list becomes a feed by one method of {@link
 * press.broadsheet.feed.FeedResource} or {@link press.broadsheet.feed.ListFeedResource}, which says what it is about, a {@link
 * press.broadsheet.feed.Topic}, and which articles stand in it; {@link press.broadsheet.feed.FeedMaking} does the rest.
 *
 * <p>Addresses of pages come from the site's settings, addresses of feeds from {@code broadsheet.url}: never from a request.
 */
package press.broadsheet.feed;
