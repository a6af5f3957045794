package press.broadsheet.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import press.broadsheet.database.Secrets;

/**
 * Writes places in the change log as opaque text, and reads them back. Other cursors are signed and legible; this one is
 * encrypted, because the numbers between two changes that readers are told of would tell how busy the editors were with drafts.
 *
 * <pre>
 * base64url of AES-256 of one block: number 8 | hash of the filter 8
 * </pre>
 *
 * <p>What was not made here decrypts to another hash, so it is refused; the filter is in the hash, so a bookmark goes on
 * only with the question it came from. The same place is always the same text, which keeps answers equal, byte for byte.
 */
@Singleton
@Startup // A bookmark is refused without a statement, the first one too.
class Bookmarks {
    /** What to say of one that is refused. */
    static final String REMEDY =
            "must be a whole cursor from an answer of this list or its stream, sent with the same `type`"
                    + " and `kind`; or start again without it";

    private static final int BLOCK = 16;
    private static final int LENGTH = 22;

    private final SecretKeySpec key;

    Bookmarks(Secrets secrets) {
        key = new SecretKeySpec(secrets.named("change-bookmark"), "AES");
    }

    String write(long number, ChangeFilter filter) {
        byte[] place =
                ByteBuffer.allocate(BLOCK).putLong(number).putLong(hash(filter)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(crypt(Cipher.ENCRYPT_MODE, place));
    }

    /** The number that a bookmark names; empty if it is none, or one of another question. */
    OptionalLong read(String raw, ChangeFilter filter) {
        ByteBuffer place = ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, decode(raw)));
        long number = place.getLong();
        return place.getLong() == hash(filter) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** An empty block, which no bookmark leads to, for what can't be one. */
    private static byte[] decode(String raw) {
        try {
            byte[] decoded = raw.length() == LENGTH ? Base64.getUrlDecoder().decode(raw) : new byte[0];
            return decoded.length == BLOCK ? decoded : new byte[BLOCK];
        } catch (IllegalArgumentException malformed) {
            return new byte[BLOCK];
        }
    }

    private byte[] crypt(int mode, byte[] block) {
        try {
            // One block and no repetition of it: the cipher alone, as a permutation that only this server can run.
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK]));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES.", impossible);
        }
    }

    private static long hash(ChangeFilter filter) {
        try {
            byte[] question =
                    ("1 " + String.join(",", filter.types()) + " " + String.join(",", filter.kinds())).getBytes(UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(question))
                    .getLong();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
