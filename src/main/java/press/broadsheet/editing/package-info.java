/** How articles change: what clients send, the rules it must keep, and the one place that applies it. */
package press.broadsheet.editing;
