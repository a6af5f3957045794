package press.broadsheet.article;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.LockMode;
import press.broadsheet.content.Reference;
import press.broadsheet.page.Page;
import press.broadsheet.page.PageRequest;
import press.broadsheet.page.Position;
import press.broadsheet.page.Sorting;

/** Answers questions about all articles, hidden ones too: for editing, never for public reads. */
@ApplicationScoped
public class ArticleRepository implements PanacheRepositoryBase<Article, UUID> {
    /** The order of the editors' list. */
    public static final Sorting EDITED =
            new Sorting("a.id", "-updatedAt", List.of(Sorting.Key.instant("updatedAt", "a.updatedAt")));

    private static final Map<String, String> EDITED_AS = Map.of(
            "draft", "a.state = DRAFT",
            "scheduled", "a.state = PUBLISHED and a.publishedAt > instant",
            "published",
                    "a.state = PUBLISHED and a.publishedAt <= instant and (a.unpublishAt is null or a.unpublishAt > instant)",
            "withdrawn", "(a.state = WITHDRAWN or a.unpublishAt <= instant)");

    /** The class of advisory locks on natural keys. */
    private static final long SOURCE_LOCKS = 7230005;

    public void add(Article article) {
        persist(article);
    }

    /** The article of an id or a slug, in any state. */
    public Optional<Article> referredToBy(Reference reference) {
        return named(reference).firstResultOptional();
    }

    /** The same, held until the end of the transaction: another who wants to change it waits, and sees the change. */
    public Optional<Article> heldAs(Reference reference) {
        return named(reference).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    private PanacheQuery<Article> named(Reference reference) {
        return find(
                "id = ?1 or slug = ?2",
                reference.id().orElse(null),
                reference.slug().orElse(null));
    }

    /** What a source calls by a name, held like {@link #heldAs}; nobody else can add it meanwhile. */
    public Optional<Article> heldBySource(String origin, String externalId) {
        getSession()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(:origin || '/' || :externalId, :locks))",
                        Integer.class)
                .setParameter("origin", origin)
                .setParameter("externalId", externalId)
                .setParameter("locks", SOURCE_LOCKS)
                .getSingleResult();
        return find("origin = ?1 and externalId = ?2", origin, externalId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Removes it with all its revisions. What readers have seen is remembered as gone. */
    public void remove(Article article, boolean seen) {
        if (seen) {
            getSession()
                    .createNativeMutationQuery("""
                            insert into article_tombstone (slug, article_id)
                            select slug, id from article where id = :id
                            union all
                            select slug, article_id from article_former_slug where article_id = :id""")
                    .setParameter("id", article.id())
                    .executeUpdate();
        }
        // All that hangs on it goes with it; Hibernate would look for what the database has removed already.
        getSession().detach(article);
        getSession()
                .createNativeMutationQuery("delete from article where id = :id")
                .setParameter("id", article.id())
                .executeUpdate();
    }

    /** Whether an article has this slug, or ever had it. */
    public boolean isTaken(String slug) {
        return !getSession()
                .createNativeQuery("""
                        select 1 from article where slug = :slug
                        union all
                        select 1 from article_former_slug where slug = :slug
                        union all
                        select 1 from article_tombstone where slug = :slug""", Integer.class)
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
                        where n.state = 'withdrawn' or (n.state = 'published' and n.published_at <= reading_instant())
                        union all
                        select slug, false from article_tombstone where slug = :slug or article_id = :id""", Object[].class)
                .setParameter("id", reference.id().orElse(null), UUID.class)
                .setParameter("slug", reference.slug().orElse(null), String.class)
                .getResultList();
        return found.stream().findFirst().map(row -> new Whereabouts((String) row[0], (Boolean) row[1]));
    }

    /** The ids of some articles by {@link Reference#key()}; what refers to nothing is left out. */
    public Map<String, UUID> idsOf(List<Reference> references) {
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

    /** Some articles with their sections, in no order; tags and authors come in a batch on demand. */
    public List<Article> withIds(List<UUID> ids) {
        return find("from Article a join fetch a.section where a.id in ?1", ids).list();
    }

    /** This instant by the clock that decides what readers see, in milliseconds as the API shows times. */
    public Instant now() {
        return getSession()
                .createNativeQuery("select date_trunc('milliseconds', clock_timestamp())", Instant.class)
                .getSingleResult();
    }

    /**
     * A page of all articles, the last edited first.
     *
     * @param status draft, scheduled, published or withdrawn; null for all
     */
    public Page<Article> edited(String status, PageRequest request) {
        String state = status == null ? "1 = 1" : EDITED_AS.get(status);
        List<Article> rows = find(
                        "from Article a join fetch a.section where %s and %s order by %s"
                                .formatted(state, request.where(), request.orderBy()),
                        request.bindings())
                .range(0, request.rows() - 1)
                .list();
        return Page.of(request, rows, article -> Position.at(article.updatedAt(), article.id()));
    }

    /** Frees a slug that the article itself had before; false if it never had it. */
    public boolean takeBack(String slug, UUID article) {
        return getSession()
                        .createNativeMutationQuery(
                                "delete from article_former_slug where slug = :slug and article_id = :article")
                        .setParameter("slug", slug)
                        .setParameter("article", article)
                        .executeUpdate()
                > 0;
    }

    /**
     * Some of the articles that appeared by the clock and are to be announced, the earliest first, locked; without those that
     * somebody else has locked.
     */
    public List<Article> dueToAppear(Instant now, int limit) {
        return locked(
                "from Article a where not a.announced and a.publishedAt <= :now order by a.publishedAt, a.id",
                now,
                limit);
    }

    /** Some of the announced articles that went by the clock and are still to be withdrawn; in the same way. */
    public List<Article> dueToGo(Instant now, int limit) {
        return locked("""
                from Article a
                where a.announced and a.state = PUBLISHED and a.unpublishAt <= :now
                order by a.unpublishAt, a.id""", now, limit);
    }

    private List<Article> locked(String query, Instant now, int limit) {
        return getSession()
                .createSelectionQuery(query, Article.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .list();
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
