/** The revisions of an article: what it said at each save, who saved it and when. */
package press.broadsheet.revision;
