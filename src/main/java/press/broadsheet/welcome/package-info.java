/**
 * Where people start: the landing page and the index of the API, a page about every problem, the documentation that can be
 * tried out, and a reader's page that shows frontend teams how little is needed. Pages are Qute templates in {@code templates},
 * what they load is in {@code welcome}, both under the resources; there is no build step and nothing comes from elsewhere.
 *
 * <p>These pages know the API as any client does, by its addresses.
 */
package press.broadsheet.welcome;
