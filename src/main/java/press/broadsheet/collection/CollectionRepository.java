package press.broadsheet.collection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.query.NativeQuery;
import press.broadsheet.content.Reference;
import press.broadsheet.listing.ArticleConditions;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.listing.Candidate;

/** Answers questions about collections. */
@ApplicationScoped
public class CollectionRepository implements PanacheRepositoryBase<Collection, UUID> {

    /** The articles of the featured collection that readers may see, in the editors' order: one statement. */
    public List<Candidate> featured(ArticleFilter filter, int limit) {
        ArticleConditions conditions = new ArticleConditions(filter);
        NativeQuery<Object[]> query = getSession()
                .createNativeQuery("""
                        select a.id, a.story_id
                        from collection c
                        join collection_item i on i.collection_id = c.id
                        join published_article a on a.id = i.article_id
                        where c.slug = :featured and %s
                        order by i.position
                        limit :limit""".formatted(conditions.where()), Object[].class)
                .setParameter("featured", Collection.FEATURED)
                .setParameter("limit", limit);
        conditions.bindings().forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> new Candidate((UUID) row[0], (UUID) row[1], 0, Collection.FEATURED))
                .toList();
    }

    /** The articles of a collection that readers may see, in the editors' order. */
    List<UUID> articlesOf(Collection collection, int limit) {
        return getSession()
                .createNativeQuery("""
                        select a.id
                        from collection_item i join published_article a on a.id = i.article_id
                        where i.collection_id = :collection
                        order by i.position
                        limit :limit""", UUID.class)
                .setParameter("collection", collection.id())
                .setParameter("limit", limit)
                .getResultList();
    }

    List<Collection> all() {
        return find("from Collection c order by c.name, c.id").list();
    }

    Optional<Collection> referredToBy(Reference reference) {
        if (reference.id().isPresent()) {
            return findByIdOptional(reference.id().get());
        }
        return reference.slug().flatMap(this::named);
    }

    Optional<Collection> named(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    /** Appends an article unless it stands there already; false if it does. */
    boolean append(Collection collection, UUID article) {
        return getSession()
                        .createNativeMutationQuery("""
                                insert into collection_item (collection_id, position, article_id)
                                select :collection, coalesce(max(position) + 1, 0), :article
                                from collection_item where collection_id = :collection
                                having count(*) filter (where article_id = :article) = 0""")
                        .setParameter("collection", collection.id())
                        .setParameter("article", article)
                        .executeUpdate()
                > 0;
    }
}
