package press.broadsheet.lookup;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.tag.TagName;
import press.broadsheet.tag.TagType;

/**
 * Answers which tags occur together. Of a tag only the newest articles are looked at, so that the work does not grow with the
 * archive. A tag that stands everywhere stands beside every other: each shared article counts {@code 1 / ln(e + articles)}, as in
 * the list of related articles.
 */
@ApplicationScoped
class RelatedTagRepository {
    /** Described at {@link RelatedTag}. */
    private static final int LOOKED_AT = 500;

    private final Session session;

    RelatedTagRepository(Session session) {
        this.session = session;
    }

    /** The tags that stand on most of a tag's newest articles that readers can see, the closest first: one statement. */
    List<RelatedTag> to(UUID tag, int limit) {
        return session
                .createNativeQuery("""
                        with newest as materialized (
                            select a.id
                            from article_tag link join published_article a on a.id = link.article_id
                            where link.tag_id = :tag and link.published_at <= reading_instant()
                            order by link.published_at desc, link.article_id desc
                            limit :lookedAt),
                        beside as (
                            select link.tag_id, count(*) as together
                            from newest join article_tag link on link.article_id = newest.id
                            where link.tag_id <> :tag
                            group by link.tag_id)
                        select t.id, t.slug, t.type, t.name, cast(beside.together as int),
                               cast(beside.together / ln(exp(1.0) + t.articles) as float8) as score
                        from beside join tag t on t.id = beside.tag_id
                        order by score desc, t.name, t.id
                        limit :limit""", Object[].class)
                .setParameter("tag", tag)
                .setParameter("lookedAt", LOOKED_AT)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(RelatedTagRepository::read)
                .toList();
    }

    private static RelatedTag read(Object[] row) {
        TagType type = TagType.valueOf(((String) row[2]).toUpperCase(Locale.ROOT));
        return new RelatedTag(
                new TagName((UUID) row[0], (String) row[1], type, (String) row[3]), (Integer) row[4], (Double) row[5]);
    }
}
