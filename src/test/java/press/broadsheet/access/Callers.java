package press.broadsheet.access;

import java.util.HexFormat;

import press.broadsheet.testing.Newsroom;

/** Those who call: nobody, and one holder of a key for each role. */
enum Callers {
    ANONYMOUS(null),
    READER(Role.READER),
    EDITOR(Role.EDITOR),
    ADMIN(Role.ADMIN);

    private static final String SECRET = "aaaabbbbccccddddeeeeffff";

    private final String role;

    Callers(String role) {
        this.role = role;
    }

    /** What stands behind {@code Bearer}; null for nobody. */
    String key() {
        return role == null ? null : key(role);
    }

    static String key(String id) {
        return "bs_" + id + "_" + SECRET;
    }

    /** Gives keys to all. */
    static void enrol(Newsroom newsroom) {
        for (Callers caller : values()) {
            if (caller.role != null) {
                enrol(newsroom, caller.role, caller.role, "null", "null");
            }
        }
    }

    /** Gives one key; the instants are SQL. */
    static void enrol(Newsroom newsroom, String id, String role, String expires, String revoked) {
        newsroom.sql("""
                insert into api_key (key_id, secret_hash, name, role, expires_at, revoked_at)
                values ('%s', decode('%s', 'hex'), 'a test', '%s', %s, %s)
                on conflict (key_id) do update set expires_at = excluded.expires_at, revoked_at = excluded.revoked_at""".formatted(id, HexFormat.of().formatHex(hash()), role, expires, revoked));
    }

    private static byte[] hash() {
        return new ApiKeyToken("any", SECRET).secretHash();
    }
}
