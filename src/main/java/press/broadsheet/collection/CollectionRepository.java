package press.broadsheet.collection;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.query.NativeQuery;
import press.broadsheet.listing.ArticleConditions;
import press.broadsheet.listing.ArticleFilter;
import press.broadsheet.listing.Candidate;
import press.broadsheet.naming.Kind;
import press.broadsheet.naming.NamedRepository;

/** Answers questions about collections. */
@ApplicationScoped
public class CollectionRepository implements NamedRepository<Collection> {

    @Override
    public Kind kind() {
        return Kind.COLLECTION;
    }

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
                .map(row -> new Candidate((UUID) row[0], (UUID) row[1], 0, Candidate.FEATURED))
                .toList();
    }

    /** The articles of a collection that readers may see, in the editors' order. */
    public List<UUID> articlesOf(Collection collection, int limit) {
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

    /** All articles of a collection, those too that readers do not see, in the editors' order. */
    List<UUID> itemsOf(Collection collection) {
        return getSession()
                .createNativeQuery(
                        "select article_id from collection_item where collection_id = :collection order by position",
                        UUID.class)
                .setParameter("collection", collection.id())
                .getResultList();
    }

    void replaceItems(Collection collection, List<UUID> articles) {
        getSession()
                .createNativeMutationQuery("delete from collection_item where collection_id = :collection")
                .setParameter("collection", collection.id())
                .executeUpdate();
        getSession()
                .createNativeMutationQuery("""
                        insert into collection_item (collection_id, position, article_id)
                        select :collection, place - 1, article
                        from unnest(:articles) with ordinality as item (article, place)""")
                .setParameter("collection", collection.id())
                .setParameter("articles", articles.toArray(UUID[]::new))
                .executeUpdate();
    }
}
