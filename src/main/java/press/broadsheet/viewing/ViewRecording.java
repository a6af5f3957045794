package press.broadsheet.viewing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import press.broadsheet.content.Ids;

/** The only place where views are written. */
@ApplicationScoped
public class ViewRecording {
    /** Whoever sets an hour holds it alone, those who add to hours hold it together. */
    private static final int LOCK = 7230003;

    private final Session session;

    ViewRecording(Session session) {
        this.session = session;
    }

    /** The views of one article in the hour of an instant. */
    public record Hour(UUID article, Instant hour, int views) {}

    /** Sets the views of whole hours, and corrects the totals by the difference: saying it twice changes nothing. */
    public void set(List<Hour> hours) {
        // Two that set the same hour at once would both correct the total by a difference from what neither has
        // written.
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
        session.createNativeQuery("""
                        with given as (
                            select article_id, date_trunc('hour', hour, 'UTC') as hour, max(views) as views
                            from unnest(:articles, :hours, :views) as t (article_id, hour, views)
                            group by 1, 2),
                        old as materialized (
                            select article_id, hour, v.views from article_views v join given using (article_id, hour)),
                        written as (
                            insert into article_views (hour, article_id, views)
                            select hour, article_id, views from given order by 1, 2
                            on conflict (hour, article_id) do update set views = excluded.views
                            returning article_id, hour, views),
                        difference as (
                            select article_id, sum(w.views - coalesce(o.views, 0)) as views
                            from written w left join old o using (article_id, hour) group by 1)
                        insert into article_view_total as total (article_id, views)
                        select article_id, coalesce(t.views, 0) + d.views
                        from difference d left join article_view_total t using (article_id)
                        where d.views <> 0 order by 1
                        on conflict (article_id) do update set views = excluded.views
                        returning 1""", Integer.class)
                .setParameter("articles", hours.stream().map(Hour::article).toArray(UUID[]::new))
                .setParameter("hours", hours.stream().map(Hour::hour).toArray(Instant[]::new))
                .setParameter("views", hours.stream().map(Hour::views).toArray(Integer[]::new))
                .getResultList();
    }

    /**
     * Adds the views of a batch, unless it was added before: sent twice, it counts once. Those of what readers can't see (any more)
     * are left out.
     *
     * @return what the batch's references turned out to mean; empty if it was added before
     */
    Optional<Map<String, UUID>> add(UUID node, ViewBatch batch) {
        if (!isNew(node, batch)) {
            return Optional.empty();
        }
        Map<String, UUID> found = batch.unfamiliar().isEmpty() ? Map.of() : idsOf(batch.unfamiliar());
        add(batch.hours(found));
        return Optional.of(found);
    }

    private boolean isNew(UUID node, ViewBatch batch) {
        return session.createNativeMutationQuery("""
                                insert into view_flush as known (node, batch) values (:node, :batch)
                                on conflict (node) do update set batch = excluded.batch, at = now()
                                where known.batch < excluded.batch""")
                        .setParameter("node", node)
                        .setParameter("batch", batch.number())
                        .executeUpdate()
                > 0;
    }

    /** The articles that readers see under some ids and slugs, also under slugs that these had before. */
    private Map<String, UUID> idsOf(List<String> references) {
        return session.createNativeQuery("""
                        select a.slug, a.id from published_article a where a.slug = any(:references)
                        union all
                        select s.slug, a.id from article_former_slug s join published_article a on a.id = s.article_id
                        where s.slug = any(:references)
                        union all
                        select cast(a.id as text), a.id from published_article a where a.id = any(:ids)""", Object[].class)
                .setParameter("references", references.toArray(String[]::new))
                .setParameter(
                        "ids",
                        references.stream()
                                .flatMap(reference -> Ids.parse(reference).stream())
                                .toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1], (one, same) -> one));
    }

    private void add(List<Hour> hours) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock_shared(:lock)", Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
        // In the order of their keys, so that nodes that write the same rows at once wait for each other in one
        // direction.
        session.createNativeMutationQuery("""
                        with given as materialized (
                            select article_id, hour, cast(sum(views) as integer) as views
                            from unnest(:articles, :hours, :views) as t (article_id, hour, views)
                            where exists (select from published_article a where a.id = t.article_id)
                            group by 1, 2),
                        counted as (
                            insert into article_views as present (hour, article_id, views)
                            select hour, article_id, views from given order by 1, 2
                            on conflict (hour, article_id) do update set views = present.views + excluded.views)
                        insert into article_view_total as total (article_id, views)
                        select article_id, sum(views) from given group by 1 order by 1
                        on conflict (article_id) do update set views = total.views + excluded.views""")
                .setParameter("articles", hours.stream().map(Hour::article).toArray(UUID[]::new))
                .setParameter("hours", hours.stream().map(Hour::hour).toArray(Instant[]::new))
                .setParameter("views", hours.stream().map(Hour::views).toArray(Integer[]::new))
                .executeUpdate();
    }
}
