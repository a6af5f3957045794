/**
 * What may be kept, by whom and how long, and how it is known to be stale.
 *
 * <p>A resource returns a {@link press.broadsheet.caching.Keyed} representation from a public GET, and the rest happens
 * here: its bytes are hashed to a strong validator, the headers of RFC 9110, 9111 and 5861 are set, a request that has the
 * same bytes already is answered 304, and the bytes are kept, so that asking again costs no load until one of the
 * representation's keys changes. Everything else is {@code no-store}, unless it says otherwise itself, and is not kept.
 *
 * <p>Freshness rests on two bounds: a change to content is announced with its keys ({@link
 * press.broadsheet.content.Changed}), and what time alone will change, a scheduled publication, is known beforehand
 * ({@link press.broadsheet.caching.Horizon}).
 *
 * <p>This package knows neither JPA nor any one resource.
 */
package press.broadsheet.caching;
