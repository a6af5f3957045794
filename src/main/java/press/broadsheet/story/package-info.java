/**
 * Stories: near-duplicates, of which lists show one. How an article finds its story when it is saved, and how editors put right
 * what was found.
 */
package press.broadsheet.story;
