/**
 * How a feed is written: as RSS 2.0, as Atom or as JSON Feed. Of what it is made, and where it is, is a matter of {@code feed}. All that
 * comes in here can be written in any of the three: texts hold nothing that XML does not know, addresses are absolute.
 */
package press.broadsheet.syndication;
