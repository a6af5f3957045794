/** What a reader might read next, from what the editors put first and what others read. Nothing is stored about a reader. */
package press.broadsheet.recommendation;
