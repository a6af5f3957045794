/** Who writes. */
package press.broadsheet.author;
