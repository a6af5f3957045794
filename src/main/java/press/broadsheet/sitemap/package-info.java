/**
 * What crawlers are told of the site: an index of sitemaps with a file for each month, the news of the last two days, and
 * {@code robots.txt}, which says where they are (https://www.sitemaps.org/protocol.html). Pages stand where the site's settings
 * say, sitemaps under {@code broadsheet.url}.
 */
package press.broadsheet.sitemap;
