/** The site that the content belongs to: its name, address, language, time zone and the reactions that readers may give. */
package press.broadsheet.site;
