package press.broadsheet.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import org.hibernate.Session;

/** When each key was last used, to the minute: noted in memory, written for all keys together once a minute. */
@ApplicationScoped
class KeyUses {
    private static final String WRITE = """
            update api_key k set last_used_at = greatest(k.last_used_at, u.at)
            from unnest(cast(:ids as text[]), cast(:minutes as timestamptz[])) as u (key_id, at)
            where k.key_id = u.key_id""";

    private final Session session;
    private final Clock clock;
    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();

    KeyUses(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Costs a look into a map, but for the first use in a minute. */
    void note(String keyId) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!minute.equals(unwritten.get(keyId))) {
            unwritten.put(keyId, minute);
        }
    }

    @Scheduled(every = "60s", delayed = "60s")
    @Transactional
    void write() {
        Map<String, Instant> uses = Map.copyOf(unwritten);
        if (uses.isEmpty()) {
            return;
        }
        String[] ids = uses.keySet().toArray(String[]::new);
        Instant[] minutes = new Instant[ids.length];
        for (int index = 0; index < ids.length; index++) {
            minutes[index] = uses.get(ids[index]);
        }
        session.createNativeMutationQuery(WRITE)
                .setParameter("ids", ids)
                .setParameter("minutes", minutes)
                .executeUpdate();
        // Not before: what could not be written is tried again. A use that came in meanwhile has another minute, and
        // stays.
        uses.forEach(unwritten::remove);
    }

    @Transactional
    void stop(@Observes ShutdownEvent stopping) {
        write();
    }
}
