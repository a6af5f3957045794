/**
 * The article: what it holds, what readers may see of it, and how it is found. Public reads know only
 * {@link press.broadsheet.article.PublishedArticle}, which maps the view that says what is visible; a hidden article can't be
 * read by forgetting a condition. How articles change is a matter of {@code editing}.
 */
package press.broadsheet.article;
