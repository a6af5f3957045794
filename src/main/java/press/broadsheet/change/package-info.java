/**
 * The change log: one append-only table, in commit order, of what changed and which keys that touches. Everyone who must learn
 * of a change, caches and other nodes first, reads it. Knows no kind of content.
 */
package press.broadsheet.change;
