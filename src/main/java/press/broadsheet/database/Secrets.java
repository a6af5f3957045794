package press.broadsheet.database;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Keys for signatures and keyed hashes. Each is made once, by whichever node asks first, and kept in the database, so that
 * all nodes have the same one and a restart changes none.
 */
@Singleton
public final class Secrets {
    private static final int LENGTH = 32;

    private final DataSource database;
    private final ConcurrentMap<String, byte[]> known = new ConcurrentHashMap<>();

    Secrets(DataSource database) {
        this.database = database;
    }

    /**
     * The 32 random bytes of this name. The first call of a process asks the database, so it must not be made on an event loop;
     * later calls ask nobody.
     */
    public byte[] named(String name) {
        return known.computeIfAbsent(name, this::kept).clone();
    }

    /** In a transaction of its own: the caller's may be rolled back, and what others were told of the secret would be wrong. */
    private byte[] kept(String name) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                makeUnlessPresent(connection, name);
                return read(connection, name);
            }
        });
    }

    private static void makeUnlessPresent(Connection connection, String name) throws SQLException {
        byte[] value = new byte[LENGTH];
        new SecureRandom().nextBytes(value);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into secret (name, value) values (?, ?) on conflict do nothing")) {
            insert.setString(1, name);
            insert.setBytes(2, value);
            insert.executeUpdate();
        }
    }

    private static byte[] read(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select value from secret where name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }
}
