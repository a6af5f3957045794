package press.broadsheet.author;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import press.broadsheet.content.Reference;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageRequest;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.page.Total;

/** Answers questions about authors. */
@ApplicationScoped
public class AuthorRepository implements PanacheRepositoryBase<Author, UUID> {

    /** The author of an id or a slug. */
    public Optional<Author> referredToBy(Reference reference) {
        return reference.isPossible()
                ? referredToByAny(List.of(reference)).stream().findFirst()
                : Optional.empty();
    }

    /** The authors of these ids and slugs, in no order; a reference to nothing is not among them. */
    public List<Author> referredToByAny(List<Reference> references) {
        return find("id in ?1 or slug in ?2", Reference.ids(references), Reference.slugs(references))
                .list();
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

    boolean isTaken(String slug) {
        return count("slug", slug) > 0;
    }
}
