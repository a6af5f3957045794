/**
 * Search over what readers may see.
 *
 * <p>A {@link press.broadsheet.question.Question} is read as articles of each language would be; the newest that match are looked for
 * block of days by block of days ({@link press.broadsheet.question.Days}) until there are enough to rank; whether readers see one, the
 * view {@code published_article} says. What costs by the article (cards, marked fragments) is read for the page only.
 */
package press.broadsheet.search;
