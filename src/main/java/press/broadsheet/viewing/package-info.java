/**
 * How views arrive, which of them count, and how they are written: in memory for a second, then in bulk. Nothing that is stored
 * says who a visitor is, and what is held in memory can't be turned back into one.
 */
package press.broadsheet.viewing;
