package press.broadsheet.listing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import press.broadsheet.article.ArticleContent;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageRequest;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.page.Position;
import press.broadsheet.page.Position.Direction;
import press.broadsheet.page.Total;

/** Answers which articles stand in a list, and where it goes on. */
@ApplicationScoped
public class ArticleListing {
    /** Neighbours of one story are passed over; more than so many in a row are not looked for. */
    private static final int NEIGHBOURS = 3;

    private static final Pattern PLAN_ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    private final Session session;

    ArticleListing(Session session) {
        this.session = session;
    }

    /** The ids of a page of a list: one statement, one more if the list is to be counted. */
    Page<UUID> page(ArticleFilter filter, PageRequest request) {
        ListingSql sql = new ListingSql(filter);
        List<Object[]> rows = select(sql, sql.page(request), request).getResultList();
        Page<UUID> page = Page.of(request, rows, row -> Position.at(row[2], (UUID) row[0]))
                .map(row -> (UUID) row[0]);
        return request.count() == Count.NONE ? page : page.with(total(sql, request.count()));
    }

    /** The newest articles, for a list that has nothing better to show: one statement. */
    public List<Candidate> newest(ArticleFilter filter, int limit) {
        PageRequest request = new PageRequest(limit, ListingSql.sorting(filter).standardSort(), null, Count.NONE, null);
        ListingSql sql = new ListingSql(filter);
        return select(sql, sql.page(request), request).getResultList().stream()
                .limit(limit)
                .map(row -> new Candidate((UUID) row[0], (UUID) row[1], 0, Candidate.LATEST))
                .toList();
    }

    /** What stands beside an article in a list, by the instant of publication: one statement. */
    public Neighbours besides(ArticleContent article, ArticleFilter filter) {
        PageRequest before = beside(article, filter, Direction.AFTER);
        PageRequest after = beside(article, filter, Direction.BEFORE);
        ListingSql sql = new ListingSql(filter);
        List<Object[]> rows = select(
                        sql,
                        "(select *, 'previous' from (%s) older) union all (select *, 'next' from (%s) newer)"
                                .formatted(sql.page(before), sql.page(after)),
                        before)
                .getResultList();
        return new Neighbours(side("previous", rows, article), side("next", rows, article));
    }

    /** The candidates on either side of an article, the nearest first, none of its own story. */
    public record Neighbours(List<Candidate> previous, List<Candidate> next) {}

    private static PageRequest beside(ArticleContent article, ArticleFilter filter, Direction direction) {
        Position position = new Position(article.publishedAt(), article.id(), direction);
        return new PageRequest(NEIGHBOURS, ListingSql.sorting(filter).standardSort(), position, Count.NONE, null);
    }

    private static List<Candidate> side(String name, List<Object[]> rows, ArticleContent article) {
        return rows.stream()
                .filter(row -> name.equals(row[3]) && !article.storyId().equals(row[1]))
                .map(row -> new Candidate((UUID) row[0], (UUID) row[1], 0, name))
                .toList();
    }

    private Total total(ListingSql sql, Count count) {
        if (count == Count.EXACT) {
            return Total.exact(bind(session.createNativeQuery(sql.count(), Long.class), sql.bindings())
                    .getSingleResult());
        }
        String plan = bind(
                        session.createNativeQuery("explain (format json) " + sql.matching(), String.class),
                        sql.bindings())
                .getSingleResult();
        return Total.estimated(rowsIn(plan));
    }

    /** How many rows the planner expects of the whole query: what its outermost node says. */
    private static long rowsIn(String plan) {
        Matcher rows = PLAN_ROWS.matcher(plan);
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }

    private NativeQuery<Object[]> select(ListingSql sql, String text, PageRequest request) {
        return bind(bind(session.createNativeQuery(text, Object[].class), sql.bindings()), request.bindings())
                .setParameter("rows", request.rows());
    }

    private static <T> NativeQuery<T> bind(NativeQuery<T> query, Map<String, Object> bindings) {
        bindings.forEach(query::setParameter);
        return query;
    }
}
