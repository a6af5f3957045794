package press.broadsheet.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Startup;
import press.broadsheet.database.Secrets;
import press.broadsheet.page.Position.Direction;
import press.broadsheet.query.Arguments;

/**
 * Writes places in lists as opaque text for a URL, and reads them back. A cursor is, in base64url without padding:
 *
 * <pre>
 * version 1 | direction 1 | scope 8 | id 16 | sort value, to the end | HMAC-SHA256 of all that, its first 16 bytes
 * </pre>
 *
 * <p>The scope is a hash of the order and the filter, so a cursor goes on only with the very question it came from. The
 * signature keeps clients from composing cursors of their own, which would be questions outside the closed language; a
 * cursor is no secret and grants nothing. The key is kept in the database: cursors outlive restarts and serve on every
 * node.
 */
@Singleton
@Startup // A cursor is refused without a statement, the first one too.
@Unremovable // PageQuery has it from @Context, which the container does not see.
public class Cursors {
    /** The longest text that can be a sort value, in bytes of UTF-8. */
    static final int LONGEST_TEXT = 1500;

    private static final byte VERSION = 1;
    private static final int SCOPE = 8;
    private static final int SIGNATURE = 16;
    private static final int SHORTEST = 1 + 1 + SCOPE + 16 + SIGNATURE;
    private static final int LONGEST = (SHORTEST + LONGEST_TEXT) * 4 / 3 + 2;

    private final SecretKeySpec key;

    Cursors(Secrets secrets) {
        key = new SecretKeySpec(secrets.named("cursor"), "HmacSHA256");
    }

    /** The cursor for a position of a list in this order and narrowed by this filter. */
    String write(Position position, Sort sort, String filter) {
        byte[] value = bytes(sort.key().kind(), position.value());
        ByteBuffer cursor = ByteBuffer.allocate(SHORTEST + value.length)
                .put(VERSION)
                .put((byte) position.direction().code())
                .put(scope(sort, filter))
                .putLong(position.id().getMostSignificantBits())
                .putLong(position.id().getLeastSignificantBits())
                .put(value);
        cursor.put(sign(cursor.array(), cursor.position()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
    }

    /** The position that a cursor names; null if there is no cursor, or if it is refused. */
    Position read(String raw, Sort sort, String filter, Arguments arguments) {
        if (raw == null) {
            return null;
        }
        byte[] cursor = decode(raw);
        if (cursor.length < SHORTEST) {
            arguments.refuse("cursor", "not-a-cursor", "must be a whole cursor from an answer of this list, unchanged");
        } else if (cursor[0] != VERSION) {
            arguments.refuse("cursor", "outdated-cursor", "is of another version; start again without a cursor");
        } else if (!isSigned(cursor)) {
            arguments.refuse("cursor", "not-a-cursor", "must be a whole cursor from an answer of this list, unchanged");
        } else if (!Arrays.equals(cursor, 2, 2 + SCOPE, scope(sort, filter), 0, SCOPE)) {
            arguments.refuse(
                    "cursor",
                    "foreign-cursor",
                    "belongs to another list, filter or order; send the parameters it came with, or start again without"
                            + " it");
        } else {
            return position(cursor, sort.key().kind());
        }
        return null;
    }

    private static byte[] decode(String raw) {
        if (raw.length() > LONGEST) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(raw);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static Position position(byte[] cursor, Sorting.Kind kind) {
        ByteBuffer rest = ByteBuffer.wrap(cursor, 2 + SCOPE, cursor.length - 2 - SCOPE - SIGNATURE);
        UUID id = new UUID(rest.getLong(), rest.getLong());
        Object value =
                switch (kind) {
                    case INSTANT -> Instant.ofEpochSecond(rest.getLong(), rest.getInt());
                    case NUMBER -> rest.getLong();
                    case TEXT -> UTF_8.decode(rest).toString();
                };
        return new Position(value, id, Direction.withCode(cursor[1]));
    }

    private static byte[] bytes(Sorting.Kind kind, Object value) {
        return switch (kind) {
            case INSTANT -> {
                Instant instant = (Instant) value;
                yield ByteBuffer.allocate(12)
                        .putLong(instant.getEpochSecond())
                        .putInt(instant.getNano())
                        .array();
            }
            case NUMBER -> ByteBuffer.allocate(8).putLong((Long) value).array();
            case TEXT -> text((String) value);
        };
    }

    private static byte[] text(String value) {
        byte[] text = value.getBytes(UTF_8);
        if (text.length > LONGEST_TEXT) {
            throw new IllegalArgumentException("A sort value of " + text.length + " bytes fits no cursor.");
        }
        return text;
    }

    private boolean isSigned(byte[] cursor) {
        int length = cursor.length - SIGNATURE;
        return MessageDigest.isEqual(sign(cursor, length), Arrays.copyOfRange(cursor, length, cursor.length));
    }

    private byte[] sign(byte[] content, int length) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(content, 0, length);
            return Arrays.copyOf(mac.doFinal(), SIGNATURE);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256.", impossible);
        }
    }

    private static byte[] scope(Sort sort, String filter) {
        try {
            byte[] question = (sort + "\n" + filter).getBytes(UTF_8);
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(question), SCOPE);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
