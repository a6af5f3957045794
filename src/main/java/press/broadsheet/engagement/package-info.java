/** What readers think of articles and how often these were read, by article id alone. Nothing here says who a reader is. */
package press.broadsheet.engagement;
