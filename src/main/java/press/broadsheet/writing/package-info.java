/**
 * What all writes have in common: the version that a change is made to ({@link press.broadsheet.writing.IfMatch}), retries that
 * count once ({@link press.broadsheet.writing.Idempotent}), merge patches, and the answer to what was made. Knows no kind of
 * content.
 */
package press.broadsheet.writing;
