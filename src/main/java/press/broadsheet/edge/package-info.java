/**
 * What holds for every request and every answer, whatever resource it is for: methods, paths, query strings and bodies that
 * are let in, CORS, and the headers of safety.
 *
 * <p>All of it stands in front of the REST stack and in front of the kept answers, in this order (a higher priority runs
 * earlier): the request's name (10 000), answers' headers (9 000) and those of CORS (8 500), what may come in (8 000), how long it may take (7 500),
 * OPTIONS (7 000).
 * Authentication follows at 200. Code that answers from memory belongs between 7 000 and 200.
 *
 * <p>Nothing imports this package: it works by being there.
 */
package press.broadsheet.edge;
