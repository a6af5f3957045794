/**
 * What HTTP says of states and codings of an answer (RFC 9110, 8.4, 8.8 and 13): the validator of its bytes, whether a client has
 * them already, and in which coding it takes them. Knows nothing of what is kept.
 */
package press.broadsheet.conditional;
