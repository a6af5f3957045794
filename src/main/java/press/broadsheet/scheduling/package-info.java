/**
 * What articles do by the clock alone: when the next one appears or goes, and the announcement of it in the change log once it
 * has. Decides nothing about what readers see; the view does.
 */
package press.broadsheet.scheduling;
