/**
 * The one dialect of JSON that is read and written: strict, bounded, and with every fault of a body named in one answer.
 *
 * <p>Nothing imports this package: it works by being there.
 */
package press.broadsheet.json;
