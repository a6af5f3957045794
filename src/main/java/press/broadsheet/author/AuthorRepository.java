package press.broadsheet.author;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.naming.Kind;
import press.broadsheet.naming.NamedRepository;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageRequest;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.page.Total;

/** Answers questions about authors. */
@ApplicationScoped
public class AuthorRepository implements NamedRepository<Author> {

    @Override
    public Kind kind() {
        return Kind.AUTHOR;
    }

    /** A page of the authors that a filter lets through: one statement, one more if they are to be counted. */
    Page<Author> list(AuthorFilter filter, PageRequest request) {
        Map<String, Object> bindings = new HashMap<>(filter.bindings());
        Total total = request.count() == Count.NONE
                ? null
                : Total.exact(count("from Author w where " + filter.where(), bindings));
        bindings.putAll(request.bindings());
        List<Author> rows = find(
                        "from Author w where %s and %s order by %s"
                                .formatted(filter.where(), request.where(), request.orderBy()),
                        bindings)
                .range(0, request.rows() - 1)
                .list();
        Page<Author> page = Page.of(request, rows, AuthorFilter::place);
        return total == null ? page : page.with(total);
    }
}
