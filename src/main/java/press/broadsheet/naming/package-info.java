/**
 * What tags, sections, authors and collections have in common: a slug of their own that may change, former names that lead on,
 * and how they are found, changed under a lock, and removed. Knows none of them, and no article.
 */
package press.broadsheet.naming;
