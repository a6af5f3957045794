/** Pictures: where they are, how large, what they show and whose they are. */
package press.broadsheet.media;
