/** Views and reactions of readers, counted by article id alone. Nothing here says who a reader is. */
package press.broadsheet.engagement;
