package press.broadsheet.engagement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.hibernate.Session;

/**
 * Adds up, every second, what the transactions that wrote reactions have noted. The notes go in the transaction that counts them,
 * so each counts exactly once, on whichever node and however often that is killed.
 */
@ApplicationScoped
class ReactionFolding {
    private final Session session;

    ReactionFolding(Session session) {
        this.session = session;
    }

    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void fold() {
        session.createNativeMutationQuery("""
                        with taken as materialized (
                            delete from reaction_change returning article_id, kind, hour, change),
                        hours as (
                            insert into reaction_hour as present (hour, article_id, kind, reactions)
                            select hour, article_id, kind, sum(change) from taken
                            group by 1, 2, 3 having sum(change) <> 0 order by 1, 2, 3
                            on conflict (hour, article_id, kind) do update
                                set reactions = present.reactions + excluded.reactions)
                        insert into reaction_total as total (article_id, kind, reactions)
                        select article_id, kind, sum(change) from taken
                        group by 1, 2 having sum(change) <> 0 order by 1, 2
                        on conflict (article_id, kind) do update set reactions = total.reactions + excluded.reactions""").executeUpdate();
    }
}
