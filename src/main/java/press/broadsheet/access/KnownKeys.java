package press.broadsheet.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;
import press.broadsheet.content.Changed;
import press.broadsheet.content.Keys;

/**
 * All keys that have not been revoked, in memory. As none is missing, whatever is not here is refused without asking the
 * database, and a revoked key stays refused while the database is away. Read at the start, after each change of a key that this
 * node hears of, and every ten seconds, in case one was changed by hand.
 */
@ApplicationScoped
class KnownKeys {
    /** How long a reading holds if it can't be repeated; a node that is cut off may miss a revocation for as long. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(KnownKeys.class);
    private static final String ALL =
            "select key_id, secret_hash, role, expires_at from api_key where revoked_at is null";

    private final DataSource database;
    private volatile Map<String, KnownKey> keys = Map.of();
    private volatile Long readAt;
    private boolean failing;

    KnownKeys(DataSource database) {
        this.database = database;
    }

    Optional<KnownKey> withId(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /** Whether the last reading is recent enough to let anybody in. */
    boolean areCurrent() {
        Long last = readAt;
        return last != null && nanoTime() - last < LEASE.toNanos();
    }

    /** Of a clock that nobody sets: one that is put forward must not lock everybody out. */
    long nanoTime() {
        return System.nanoTime();
    }

    void start(@Observes StartupEvent started) {
        read();
    }

    @Scheduled(every = "10s", delayed = "10s")
    synchronized void read() {
        long now = nanoTime();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet rows = select.executeQuery()) {
            Map<String, KnownKey> found = new HashMap<>();
            while (rows.next()) {
                KnownKey key = key(rows);
                found.put(key.keyId(), key);
            }
            keys = Map.copyOf(found);
            readAt = now;
            failing = false;
        } catch (SQLException unreachable) {
            // Said once for each outage.
            if (!failing) {
                LOG.warn("Keys can't be read; those that are known hold for half a minute", unreachable);
            }
            failing = true;
        }
    }

    void follow(@Observes Changed change) {
        Set<String> touched = change.keys().stream()
                .flatMap(key -> Keys.apiKeyOf(key).stream())
                .collect(Collectors.toSet());
        if (!touched.isEmpty()) {
            readWithout(touched);
        }
    }

    /** What became of a key can't be told before it was read, so until then nobody gets in with it. */
    private synchronized void readWithout(Set<String> touched) {
        Map<String, KnownKey> others = new HashMap<>(keys);
        others.keySet().removeAll(touched);
        keys = Map.copyOf(others);
        read();
    }

    private static KnownKey key(ResultSet row) throws SQLException {
        OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
        return new KnownKey(
                row.getString("key_id"),
                row.getBytes("secret_hash"),
                row.getString("role"),
                expires == null ? null : expires.toInstant());
    }
}
