/**
 * Who may do what: API keys, tokens of an identity provider, and the roles of both. Everything is refused that a method does not
 * allow by its annotation.
 */
package press.broadsheet.access;
