package press.broadsheet.article;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import press.broadsheet.content.Reference;

/** Answers questions about all articles, hidden ones too: for editing, never for public reads. */
@ApplicationScoped
public class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {
    /** Two articles of one title further apart than this are two stories: "Weather", every day. */
    private static final Duration STORY_SPAN = Duration.ofDays(3);

    public void add(Article article) {
        persist(article);
    }

    /** Whether an article has this slug, or ever had it. */
    public boolean isTaken(String slug) {
        return !getSession()
                .createNativeQuery("""
                        select 1 from article where slug = :slug
                        union all
                        select 1 from article_former_slug where slug = :slug""", Integer.class)
                .setParameter("slug", slug)
                .getResultList()
                .isEmpty();
    }

    /** Where readers find what once stood under a slug; empty where nothing public ever did. */
    public Optional<Whereabouts> whereaboutsOf(Reference reference) {
        List<Object[]> found = getSession()
                .createNativeQuery("""
                        with named as (
                            select a.* from article a where a.id = :id or a.slug = :slug
                            union
                            select a.* from article_former_slug f join article a on a.id = f.article_id where f.slug = :slug)
                        select n.slug, exists (select from published_article p where p.id = n.id)
                        from named n
                        where n.state = 'withdrawn' or (n.state = 'published' and n.published_at <= now())""", Object[].class)
                .setParameter("id", reference.id().orElse(null), UUID.class)
                .setParameter("slug", reference.slug().orElse(null), String.class)
                .getResultList();
        return found.stream().findFirst().map(row -> new Whereabouts((String) row[0], (Boolean) row[1]));
    }

    /** The ids of some articles by {@link Reference#key()}; what refers to nothing is left out. */
    Map<String, UUID> idsOf(List<Reference> references) {
        List<Object[]> found = find(
                        "select a.id, a.slug from Article a where a.id in ?1 or a.slug in ?2",
                        Reference.ids(references),
                        Reference.slugs(references))
                .project(Object[].class)
                .list();
        Map<String, UUID> ids = new HashMap<>();
        found.forEach(row -> {
            ids.put(row[0].toString(), (UUID) row[0]);
            ids.put((String) row[1], (UUID) row[0]);
        });
        return ids;
    }

    /** The story of another article under the same title, in the same language and at about the same time. */
    public Optional<UUID> storyLike(Article article, Instant when) {
        return find(
                        """
                        select a.storyId from Article a
                        where a.titleKey = ?1 and a.lang = ?2 and a.id <> ?3 and a.publishedAt between ?4 and ?5
                        order by a.publishedAt desc""",
                        article.titleKey(),
                        article.lang(),
                        article.id(),
                        when.minus(STORY_SPAN),
                        when.plus(STORY_SPAN))
                .project(UUID.class)
                .firstResultOptional();
    }

    /** This instant by the clock that decides what readers see, in milliseconds as the API shows times. */
    public Instant now() {
        return getSession()
                .createNativeQuery("select date_trunc('milliseconds', clock_timestamp())", Instant.class)
                .getSingleResult();
    }

    /** Remembers a slug that an article had before. */
    public void rememberSlug(String slug, UUID article) {
        getSession()
                .createNativeMutationQuery(
                        "insert into article_former_slug (slug, article_id) values (:slug, :article)")
                .setParameter("slug", slug)
                .setParameter("article", article)
                .executeUpdate();
    }

    /**
     * What became of an article that is not visible as asked for.
     *
     * @param slug its slug now
     * @param visible whether readers find it there; otherwise it is gone
     */
    public record Whereabouts(String slug, boolean visible) {}
}
