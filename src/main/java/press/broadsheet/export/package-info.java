/** All content of a site written out as lines of JSON, from one snapshot, in the order in which {@code transfer} reads them. */
package press.broadsheet.export;
