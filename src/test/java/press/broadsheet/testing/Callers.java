package press.broadsheet.testing;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import press.broadsheet.access.ApiKeyToken;
import press.broadsheet.access.Role;
import press.broadsheet.content.Keys;

/** Those who call: nobody, one holder of a key for each role, and two admins whose keys are good no longer. */
public enum Callers {
    ANONYMOUS(null, "null", "null"),
    READER(Role.READER, "null", "null"),
    EDITOR(Role.EDITOR, "null", "null"),
    ADMIN(Role.ADMIN, "null", "null"),
    EXPIRED(Role.ADMIN, "now() - interval '1 second'", "null"),
    REVOKED(Role.ADMIN, "null", "now()");

    private static final String SECRET = "aaaabbbbccccddddeeeeffff";

    private final String role;
    private final String expires;
    private final String revoked;

    Callers(String role, String expires, String revoked) {
        this.role = role;
        this.expires = expires;
        this.revoked = revoked;
    }

    /** What stands behind {@code Bearer}; null for nobody. */
    public String key() {
        return this == ANONYMOUS ? null : key(keyId());
    }

    /** The id of the key. */
    public String keyId() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key with an id, as {@link #enrol} gives it. */
    public static String key(String keyId) {
        return "bs_" + keyId + "_" + SECRET;
    }

    /** Gives keys to all. */
    public static void enrol(Newsroom newsroom) {
        Arrays.stream(values())
                .filter(caller -> caller != ANONYMOUS)
                .forEach(caller -> write(newsroom, caller.keyId(), caller.role, caller.expires, caller.revoked));
        newsroom.tell(Arrays.stream(values())
                .map(caller -> Keys.apiKey(caller.keyId()))
                .collect(Collectors.toSet()));
    }

    /** Gives one key; the instants are SQL. */
    public static void enrol(Newsroom newsroom, String keyId, String role, String expires, String revoked) {
        write(newsroom, keyId, role, expires, revoked);
        newsroom.tell(Set.of(Keys.apiKey(keyId)));
    }

    private static void write(Newsroom newsroom, String keyId, String role, String expires, String revoked) {
        String hash = HexFormat.of().formatHex(new ApiKeyToken(keyId, SECRET).secretHash());
        newsroom.sql("""
                insert into api_key (key_id, secret_hash, name, role, expires_at, revoked_at)
                values ('%s', decode('%s', 'hex'), 'a test', '%s', %s, %s)
                on conflict (key_id) do update
                    set role = excluded.role, expires_at = excluded.expires_at, revoked_at = excluded.revoked_at""".formatted(keyId, hash, role, expires, revoked));
    }
}
