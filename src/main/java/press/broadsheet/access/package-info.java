/** Who may do what: API keys and their roles. Everything is refused that a method does not allow by its annotation. */
package press.broadsheet.access;
