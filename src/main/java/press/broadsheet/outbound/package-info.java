/**
 * Requests that this server makes because somebody told it to: only to addresses that anybody may reach, checked at the moment
 * of connecting, and with an end. Knows nothing of what is sent.
 */
package press.broadsheet.outbound;
