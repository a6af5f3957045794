/**
 * The words that all content shares: identifiers, slugs, references, languages, safe text, and the keys by which a change is
 * known. Knows no request, no table and no other package.
 */
package press.broadsheet.content;
