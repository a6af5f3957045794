/**
 * Answers that are not the API's own JSON: feeds and sitemaps, whose form is somebody else's standard. A resource returns what
 * is to be said, so that it can be noted what that was made of; how it is written is decided on the way out.
 */
package press.broadsheet.rendering;
