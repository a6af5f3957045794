/**
 * The closed query language: every parameter, value and field that a client may name is on a list, and everything else is an
 * error that names the nearest one that is; all faults of a request come in one answer.
 */
package press.broadsheet.query;
