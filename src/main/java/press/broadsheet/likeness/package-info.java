/**
 * How alike articles are by their words: the vector of each article's weightiest words, the fingerprint of its text, what is
 * near-duplicate to it. Knows nothing of lists and stories, which are made of this.
 */
package press.broadsheet.likeness;
