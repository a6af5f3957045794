/**
 * Lists cut into pages, and the closed query language in which they are asked for.
 *
 * <p>A parameter, a sort key or a field that is not on a list is an error that names the nearest one that is, and all
 * faults of a request come in one answer ({@link press.broadsheet.query.ClosedParameters},
 * {@link press.broadsheet.query.Arguments}). Pages are cut by key and never by offset, so the thousandth page costs what
 * the first one does; the place where a page ends travels in a signed cursor ({@link press.broadsheet.page.Cursors}).
 *
 * <p>A list that is read page by page looks like this:
 *
 * <pre>{@code
 * private static final Sorting SORTING =
 *         new Sorting("a.id", "-publishedAt", List.of(Sorting.Key.instant("publishedAt", "a.publishedAt")));
 *
 * public Page<ArticleCard> list(@BeanParam ArticleFilter filter, @BeanParam PageQuery page) {
 *     Arguments arguments = new Arguments();
 *     PageRequest request = page.read(arguments, SORTING, filter.toString());
 *     arguments.verify();
 *     return articles.published(filter, request);
 * }
 *
 * Page<ArticleCard> published(ArticleFilter filter, PageRequest request) {
 *     List<ArticleCard> rows = query("... where ... and " + request.where() + " order by " + request.orderBy())
 *             .bind(request.bindings()).limit(request.rows());
 *     return Page.of(request, rows, card -> Position.at(card.publishedAt(), card.id()));
 * }
 * }</pre>
 *
 * <p>This package knows neither JPA nor any one list.
 */
package press.broadsheet.page;
