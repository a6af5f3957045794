/**
 * How pages for people are answered: made from templates, kept and asked again as all other answers are, and with a
 * Content-Security-Policy that lets no script stand in them. Which pages there are is not known here.
 */
package press.broadsheet.html;
