package press.broadsheet.listing;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.naming.Kind;
import press.broadsheet.naming.Uses;

/** What articles refer to, for those who would remove it. All of it is done by the database, however many articles there are. */
@ApplicationScoped
class ArticleLinks implements Uses {
    private final Session session;

    ArticleLinks(Session session) {
        this.session = session;
    }

    @Override
    public long byArticles(Kind kind, UUID thing) {
        String links =
                switch (kind) {
                    case TAG -> "article_tag where tag_id = :thing";
                    case AUTHOR -> "article_author where author_id = :thing";
                    case SECTION -> "article where section_id = :thing";
                    case COLLECTION -> throw new IllegalArgumentException("articles know no collection");
                };
        return session.createNativeQuery("select count(*) from " + links, Long.class)
                .setParameter("thing", thing)
                .getSingleResult();
    }

    @Override
    public void replaceTag(UUID tag, UUID by) {
        dropSecondOf(tag, by);
        session.createNativeMutationQuery("update article_tag set tag_id = :by where tag_id = :tag")
                .setParameter("tag", tag)
                .setParameter("by", by)
                .executeUpdate();
    }

    /**
     * From articles that have both tags takes the one that stands further back, and closes the gap. The key is checked row by
     * row, so links are deleted and written again; the order makes all deletions come first.
     */
    private void dropSecondOf(UUID tag, UUID other) {
        session.createNativeMutationQuery("""
                        with second as (
                            select article_id, max(position) as position
                            from article_tag where tag_id in (:tag, :other)
                            group by article_id having count(*) > 1),
                        taken as (
                            delete from article_tag link using second
                            where link.article_id = second.article_id and link.position >= second.position
                            returning link.article_id, link.position, link.tag_id, second.position as gap)
                        insert into article_tag (article_id, position, tag_id)
                        select article_id, position - 1, tag_id from taken where position > gap
                        order by article_id, position""")
                .setParameter("tag", tag)
                .setParameter("other", other)
                .executeUpdate();
    }
}
