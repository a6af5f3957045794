/** Which articles belong beside an article, and why. */
package press.broadsheet.related;
