/**
 * What readers ask of a search, and how the database understands it: as articles of each language would have it, with names of tags
 * and authors in place of words, over blocks of days, and what may have been meant instead.
 */
package press.broadsheet.question;
