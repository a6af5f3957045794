package press.broadsheet.viewing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import press.broadsheet.content.Ids;

/** The only place where views are written. */
@ApplicationScoped
public class ViewRecording {
    /** Whoever sets hours or puts them together holds it alone, those who add to hours hold it together. */
    private static final int LOCK = 7230003;

    private final Session session;

    ViewRecording(Session session) {
        this.session = session;
    }

    /** The views of one article in the hour of an instant. */
    public record Hour(UUID article, Instant hour, int views) {}

    /**
     * Sets the views of whole hours, and corrects the totals by the difference: saying it twice changes nothing. Of an hour that
     * is named twice the greater number counts.
     *
     * @return how many hours have another number than before
     */
    public int set(List<Hour> hours) {
        // Two that set the same hour at once would both correct the total by a difference from what neither has
        // written.
        lock("pg_advisory_xact_lock");
        bind(hours, session.createNativeMutationQuery(ViewSql.UNROLL)).executeUpdate();
        return bind(hours, session.createNativeQuery(ViewSql.SET, Integer.class))
                .setParameter("views", hours.stream().map(Hour::views).toArray(Integer[]::new))
                .getSingleResult();
    }

    /**
     * Puts hours that no ranking counts any more together, an article's day in one row, from which {@link #set} takes them out
     * again.
     *
     * @return how many hours there were, no more than the limit
     */
    int roll(Duration kept, int limit) {
        lock("pg_advisory_xact_lock");
        return session.createNativeQuery(ViewSql.ROLL, Integer.class)
                .setParameter("days", (int) kept.toDays())
                .setParameter("limit", limit)
                .getSingleResult();
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
        lock("pg_advisory_xact_lock_shared");
        bind(hours, session.createNativeMutationQuery(ViewSql.ADD))
                .setParameter("views", hours.stream().map(Hour::views).toArray(Integer[]::new))
                .executeUpdate();
    }

    private void lock(String function) {
        session.createNativeQuery("select 1 from %s(:lock)".formatted(function), Integer.class)
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    private static <T extends CommonQueryContract> T bind(List<Hour> hours, T query) {
        query.setParameter("articles", hours.stream().map(Hour::article).toArray(UUID[]::new));
        query.setParameter("hours", hours.stream().map(Hour::hour).toArray(Instant[]::new));
        return query;
    }
}
