/** What a reader's screen needs in one request: the whole page of an article, and what stands at a path of the site. */
package press.broadsheet.reading;
