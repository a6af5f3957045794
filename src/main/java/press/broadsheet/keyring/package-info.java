/**
 * Giving out API keys and taking them back. What a key opens, and how it is recognised, is {@link press.broadsheet.access}'s
 * business, which learns of changes here from the change log.
 */
package press.broadsheet.keyring;
