/**
 * Who did what, for admins: the change log with its hidden rows, newest first. It is written where things change, in the
 * transaction that changes them ({@link press.broadsheet.change.ChangeLog}), and nothing in the application takes a row out of it.
 */
package press.broadsheet.audit;
