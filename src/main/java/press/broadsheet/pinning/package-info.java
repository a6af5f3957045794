/** What editors want beside an article: pins, which stand first, and exclusions, which never stand there. */
package press.broadsheet.pinning;
