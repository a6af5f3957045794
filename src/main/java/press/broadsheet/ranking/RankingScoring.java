package press.broadsheet.ranking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.hibernate.Session;

/**
 * Keeps the scores of articles in step with what they are counted from, every two seconds on one of the nodes: those that were
 * viewed or reacted to meanwhile are counted anew from their hours, and when an hour begins, also those with hours that leave a
 * window. So an answer reads the best off an index, however many articles are active in its window, and nothing is ever added to
 * a score that could then be wrong for good.
 */
@ApplicationScoped
public class RankingScoring {
    private static final int AT_ONCE = 20_000;
    private static final int LOCK = 7230004;

    private static final String SCORE = """
            with due (article_id) as (select unnest(:due)),
            span (name, since, weights) as materialized (select * from unnest(:spans, :since, :weights)),
            counted as materialized (
                select v.article_id, 'most-viewed' as metric, span.name, cast(sum(v.views) as float8) as score
                from due join article_views v using (article_id) join span on v.hour >= span.since
                where span.name <> 'all'
                group by 1, 3
                union all
                select r.article_id, 'most-liked', span.name, cast(sum(r.reactions) as float8)
                from due join reaction_hour r using (article_id) join span on r.hour >= span.since
                group by 1, 3
                union all
                %s),
            fallen as (
                delete from article_score s using due
                where s.article_id = due.article_id
                  and not exists (select from counted c
                                  where c.article_id = s.article_id and c.metric = s.metric and c.name = s.span
                                    and c.score >= :least))
            insert into article_score as present (article_id, metric, span, score)
            select article_id, metric, name, score from counted where score >= :least
            on conflict (article_id, metric, span) do update set score = excluded.score
                where present.score <> excluded.score""".formatted(Trending.SCORES);

    private final Session session;

    RankingScoring(Session session) {
        this.session = session;
    }

    /** Counts what is due; does nothing while another node does. */
    @Scheduled(every = "2s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    public void refresh() {
        if (!session.createNativeQuery("select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                .setParameter("lock", LOCK)
                .getSingleResult()) {
            return;
        }
        Object[] state = session.createNativeQuery("select hour, now() from score_state", Object[].class)
                .getSingleResult();
        Instant before = (Instant) state[0];
        Instant hour = ((Instant) state[1]).truncatedTo(ChronoUnit.HOURS);
        if (hour.isAfter(before)) {
            markLeaving(before, hour);
        }
        List<UUID> due = take();
        if (!due.isEmpty()) {
            score(due, hour);
        }
        note(hour, due.size() < AT_ONCE);
    }

    /**
     * What had its share in a window and has it no longer, after a long standstill perhaps in hours that were rolled up since; and
     * what trends: that fades from hour to hour.
     */
    private void markLeaving(Instant before, Instant hour) {
        List<Window> windows = Window.limited();
        session.createNativeMutationQuery("""
                        with leaving (since, until) as (select * from unnest(:before, :after))
                        insert into article_due (article_id)
                        select v.article_id from leaving join article_views v on v.hour >= since and v.hour < until
                        union
                        select d.article_id from leaving join article_views_day d
                            on d.day >= cast(since at time zone 'UTC' as date) and d.day <= cast(until at time zone 'UTC' as date)
                        union
                        select r.article_id from leaving join reaction_hour r on r.hour >= since and r.hour < until
                        union
                        select v.article_id from article_views v where v.hour >= :trending""")
                .setParameter("before", since(windows, before))
                .setParameter("after", since(windows, hour))
                .setParameter("trending", before.minus(Trending.REACH))
                .executeUpdate();
    }

    /** Those that stand there several times are taken all at once. */
    private List<UUID> take() {
        return session.createNativeQuery("""
                        with taken as (
                            delete from article_due
                            where article_id in (select article_id from article_due order by article_id limit :limit)
                            returning article_id)
                        select distinct article_id from taken""", UUID.class)
                .setParameter("limit", AT_ONCE)
                .getResultList();
    }

    private void score(List<UUID> due, Instant hour) {
        List<Window> windows = List.of(Window.values());
        session.createNativeMutationQuery(SCORE)
                .setParameter("due", due.toArray(UUID[]::new))
                .setParameter("spans", windows.stream().map(Window::code).toArray(String[]::new))
                .setParameter("since", since(windows, hour))
                .setParameter("weights", windows.stream().map(Trending::weights).toArray(Double[]::new))
                .setParameter("hour", hour)
                .setParameter("least", Trending.LEAST)
                .executeUpdate();
    }

    private void note(Instant hour, boolean isAll) {
        session.createNativeMutationQuery("""
                        update score_state set hour = :hour, counted_at = case when :all then now() else counted_at end""")
                .setParameter("hour", hour)
                .setParameter("all", isAll)
                .executeUpdate();
    }

    private static Instant[] since(List<Window> windows, Instant hour) {
        return windows.stream()
                .map(window -> RankingRepository.since(window, hour))
                .toArray(Instant[]::new);
    }
}
