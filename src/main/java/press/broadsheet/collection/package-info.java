/** Lists of articles that editors order by hand. */
package press.broadsheet.collection;
