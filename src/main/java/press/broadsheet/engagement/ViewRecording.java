package press.broadsheet.engagement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/** The only place where views are written. */
@ApplicationScoped
public class ViewRecording {
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
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(7230003)", Integer.class)
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
}
