/** All content of a site as lines of JSON (NDJSON): written out in one snapshot, and read in batches that each commit. */
package press.broadsheet.transfer;
