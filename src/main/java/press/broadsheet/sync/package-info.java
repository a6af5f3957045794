/**
 * How clients stay in sync with what readers may see: the changes as a list to poll, and as a stream. Reads the change log,
 * and of it only what readers may be told.
 */
package press.broadsheet.sync;
