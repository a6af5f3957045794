/** The demonstration newsroom: an invented newspaper's content, loaded into an empty database at the first start. */
package press.broadsheet.demo;
