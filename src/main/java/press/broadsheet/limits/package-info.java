/**
 * How often a client may ask: with one key, from one address, with wrong credentials. Counted in the memory of each node, so a
 * limit holds a node's share of the load together and costs no statement; nothing is counted for readers who only read.
 *
 * <p>A resource method that anybody may call and that writes says which limit it is under ({@link press.broadsheet.limits.Limited});
 * a test fails for one that does not.
 */
package press.broadsheet.limits;
