/**
 * How articles are found and listed: filters and the SQL they mean, pages, neighbours, the candidates from which lists are
 * picked, and their cards.
 */
package press.broadsheet.listing;
