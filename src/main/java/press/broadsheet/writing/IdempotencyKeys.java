package press.broadsheet.writing;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import org.hibernate.Session;

/** The table {@code idempotency_key}. A key holds for a day; each client's keys are its own. */
@ApplicationScoped
class IdempotencyKeys {
    /** The class of advisory locks that keep two requests with one key apart. */
    private static final long LOCKS = 7230004;

    private final Session session;

    IdempotencyKeys(Session session) {
        this.session = session;
    }

    /** Whether no other request with this key is under way; if so, none can be until this transaction ends. */
    boolean claim(String holder, String key) {
        return session.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended(:holder || ' ' || :key, :locks))",
                        Boolean.class)
                .setParameter("holder", holder)
                .setParameter("key", key)
                .setParameter("locks", LOCKS)
                .getSingleResult();
    }

    Optional<FirstAnswer> firstAnswer(String holder, String key) {
        return session.createNativeQuery("""
                        select request, status, location, etag, body
                        from idempotency_key where holder = :holder and key = :key""", Object[].class)
                .setParameter("holder", holder)
                .setParameter("key", key)
                .getResultStream()
                .map(row -> new FirstAnswer(
                        (String) row[0], (Integer) row[1], (String) row[2], (String) row[3], (String) row[4]))
                .findFirst();
    }

    void remember(String holder, String key, FirstAnswer answer) {
        session.createNativeMutationQuery("""
                        insert into idempotency_key (holder, key, request, status, location, etag, body)
                        values (:holder, :key, :request, :status, :location, :etag, :body)""")
                .setParameter("holder", holder)
                .setParameter("key", key)
                .setParameter("request", answer.request())
                .setParameter("status", answer.status())
                .setParameter("location", answer.location(), String.class)
                .setParameter("etag", answer.etag(), String.class)
                .setParameter("body", answer.body(), String.class)
                .executeUpdate();
    }

    @Scheduled(every = "1h", delayed = "5m")
    @Transactional
    void forgetOld() {
        session.createNativeMutationQuery("delete from idempotency_key where at < now() - interval '24 hours'")
                .executeUpdate();
    }
}
