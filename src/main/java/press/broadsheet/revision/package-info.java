/** The revisions of an article: what it said at each save, who saved it and when. Knows an article by its id alone. */
package press.broadsheet.revision;
