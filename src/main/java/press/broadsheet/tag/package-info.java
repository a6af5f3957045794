/** What articles are about: persons, places, organisations, topics, events, works and series. */
package press.broadsheet.tag;
