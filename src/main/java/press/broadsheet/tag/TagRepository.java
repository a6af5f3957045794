package press.broadsheet.tag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.content.Reference;
import press.broadsheet.naming.Kind;
import press.broadsheet.naming.NamedRepository;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageRequest;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.page.Total;

/** Answers questions about tags. */
@ApplicationScoped
public class TagRepository implements NamedRepository<Tag> {

    @Override
    public Kind kind() {
        return Kind.TAG;
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

    /**
     * Two tags of which one will go, by {@link Reference#key()}. Who would put one of them on an article waits for that; locked
     * in the order of their ids, so that two merges never wait for each other.
     */
    Map<String, Tag> forMerging(List<Reference> references) {
        getSession()
                .createNativeQuery(
                        "select id from tag where id = any(:ids) or slug = any(:slugs) order by id for update",
                        UUID.class)
                .setParameter("ids", Reference.ids(references).toArray(UUID[]::new))
                .setParameter("slugs", Reference.slugs(references).toArray(String[]::new))
                .getResultList();
        return referredToByAny(references);
    }
}
