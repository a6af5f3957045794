package press.broadsheet.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import org.hibernate.Session;
import press.broadsheet.content.Ids;

/** What is to be sent: the rows of {@code webhook_delivery} that are pending. Every method needs a transaction. */
@ApplicationScoped
class Outbox {
    /** How many numbers of the log are fanned out at a time; while they are, an administrator waits. */
    private static final int BATCH = 1_000;

    private static final Duration KEPT = Duration.ofDays(30);

    /** How many events can be replayed at once. */
    static final int MOST_REPLAYED = 10_000;

    /**
     * The events of {@code change c} for {@code webhook w}. The id is made of the webhook and the change, so that a replay has
     * the same one, also after the delivery was forgotten; of the change's instant too, so that a number which comes again
     * after a restored backup is another event.
     */
    private static final String EVENTS = """
            select cast(md5(concat_ws(' ', w.id, c.number, extract(epoch from c.at))) as uuid), w.id, c.number,
                c.type || '.' || c.kind, c.at, c.id, c.slug, cast(:now as timestamptz), cast(:now as timestamptz)
            from change c
            where c.number > %s and c.number <= %s and c.visible
              and (cardinality(w.events) = 0 or c.type = any(w.events) or c.type || '.' || c.kind = any(w.events))
            order by c.number limit :most""";

    private static final String INSERT = """
            insert into webhook_delivery (id, webhook_id, number, event, at, subject, slug, queued_at, next_attempt_at)
            """;

    private final Session session;
    private final Clock clock;

    Outbox(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Makes deliveries of the next changes, up to a number of the log; a webhook that another node is at is left to it.
     *
     * @return how many webhooks moved on; if any, there may be more
     */
    int fanOut(long upTo) {
        return session.createNativeMutationQuery("""
                        with behind as (
                            select id, events, cursor, least(cursor + :most, :upTo) as until
                            from webhook where disabled is null and cursor < :upTo
                            order by id for update skip locked),
                        made as (
                            %s
                            select event.* from behind w cross join lateral (%s) as event
                            on conflict (id) do nothing)
                        update webhook set cursor = behind.until from behind where webhook.id = behind.id""".formatted(INSERT, EVENTS.formatted("w.cursor", "w.until")))
                .setParameter("upTo", upTo)
                .setParameter("most", (long) BATCH)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** An event of no change, to see whether it arrives; its number is the last that was fanned out. */
    UUID ping(UUID webhook) {
        UUID id = Ids.next();
        session.createNativeMutationQuery(INSERT + """
                        select :id, id, cursor, 'ping', :now, id, null, :now, :now from webhook where id = :webhook""")
                .setParameter("id", id)
                .setParameter("webhook", webhook)
                .setParameter("now", clock.instant())
                .executeUpdate();
        return id;
    }

    /** Has one event sent again, as if for the first time. */
    void replay(UUID delivery) {
        session.createNativeMutationQuery("update webhook_delivery set %s where id = :id".formatted(afresh(":now")))
                .setParameter("id", delivery)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /**
     * Has events sent again that were fanned out, and those that were not while the webhook was disabled.
     *
     * @param number of these the first that is left out
     * @return how many; one more than {@link #MOST_REPLAYED} if there are more
     */
    int replayAfter(UUID webhook, long number) {
        return session.createNativeMutationQuery(
                        """
                        %s
                        select event.* from webhook w cross join lateral (%s) as event where w.id = :webhook
                        on conflict (id) do update set %s""".formatted(INSERT, EVENTS.formatted(":after", "w.cursor"), afresh("excluded.queued_at")))
                .setParameter("webhook", webhook)
                .setParameter("after", number)
                .setParameter("most", (long) MOST_REPLAYED + 1)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** The number of the last change up to an instant; 0 if there is none. */
    long numberAt(Instant instant) {
        return session.createNativeQuery("select coalesce(max(number), 0) from change where at <= :instant", Long.class)
                .setParameter("instant", instant)
                .getSingleResult();
    }

    /** The schedule ends after four days: what is pending after thirty belongs to a webhook that was disabled since. */
    @Scheduled(every = "1h", delayed = "6m")
    @Transactional
    void forgetOld() {
        session.createNativeMutationQuery("delete from webhook_delivery where queued_at < :instant")
                .setParameter("instant", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private static String afresh(String now) {
        return "state = 'pending', attempts = 0, status = null, error = null, queued_at = %1$s, next_attempt_at = %1$s"
                .formatted(now);
    }
}
