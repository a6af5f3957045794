package press.broadsheet.tag;

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

/** Answers questions about tags. */
@ApplicationScoped
public class TagRepository implements PanacheRepositoryBase<Tag, UUID> {

    /** The tag of an id or a slug. */
    public Optional<Tag> referredToBy(Reference reference) {
        return reference.isPossible()
                ? referredToByAny(List.of(reference)).stream().findFirst()
                : Optional.empty();
    }

    /** The tags of these ids and slugs, in no order; a reference to nothing is not among them. */
    public List<Tag> referredToByAny(List<Reference> references) {
        return find("id in ?1 or slug in ?2", Reference.ids(references), Reference.slugs(references))
                .list();
    }

    /** A page of the tags that a filter lets through: one statement, one more if they are to be counted. */
    Page<Tag> list(TagFilter filter, PageRequest request) {
        Map<String, Object> bindings = new HashMap<>(filter.bindings());
        Total total = request.count() == Count.NONE
                ? null
                : Total.exact(count("from Tag t where " + filter.where(), bindings));
        bindings.putAll(request.bindings());
        List<Tag> rows = find(
                        "from Tag t where %s and %s order by %s"
                                .formatted(filter.where(), request.where(), request.orderBy()),
                        bindings)
                .range(0, request.rows() - 1)
                .list();
        Page<Tag> page = Page.of(request, rows, tag -> TagFilter.place(tag, request.sort()));
        return total == null ? page : page.with(total);
    }

    boolean isTaken(String slug) {
        return count("slug", slug) > 0;
    }
}
