/**
 * Sends events to webhooks. The change log is fanned out into one row for each event and webhook, in the transaction in which
 * the webhook's place in the log moves on: each change that readers may be told of gives a delivery, one that was rolled back
 * none, and several nodes share the work. Sending is outside of any transaction, at least once, to each webhook one event at a
 * time in the order of the log; what fails is tried again later, while what comes after it goes on.
 */
package press.broadsheet.dispatch;
