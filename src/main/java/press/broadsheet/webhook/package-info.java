/**
 * Webhooks: where which events are sent to, what such a message says and how it is signed. Which one is sent when is the business
 * of {@code dispatch}.
 */
package press.broadsheet.webhook;
