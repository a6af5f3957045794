package press.broadsheet.webhook;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import com.standardwebhooks.exceptions.WebhookSigningException;
import press.broadsheet.database.Secrets;

/**
 * Makes the secrets of webhooks, seals them for the database, and signs with them after Standard Webhooks 1.0: HMAC-SHA256
 * over id, timestamp and body.
 *
 * <p>Sealed is a secret by AES-GCM with a key that all nodes share, bound to its webhook: a nonce of 12 bytes, the ciphertext,
 * a tag of 16. What that protects from and what not is said in ADR 13.
 */
@Singleton
class Signing {
    private static final String PREFIX = "whsec_";
    private static final int LENGTH = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Secrets secrets;

    Signing(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A new secret, as its receiver is told it. */
    String newSecret() {
        byte[] secret = new byte[LENGTH];
        random.nextBytes(secret);
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** A secret as it is stored. */
    byte[] seal(String secret, UUID webhook) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] plain = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, webhook);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /**
     * The header {@code webhook-signature} for a message that is sent at an instant: a signature with each secret that is in
     * force.
     */
    String signatures(Webhook webhook, String message, Instant now, String body) {
        return webhook.secretsAt(now).stream()
                .map(kept -> sign(open(kept, webhook.id()), message, now, body))
                .collect(Collectors.joining(" "));
    }

    private static String sign(byte[] secret, String message, Instant now, String body) {
        try {
            return new com.standardwebhooks.Webhook(secret).sign(message, now.getEpochSecond(), body);
        } catch (WebhookSigningException impossible) {
            throw new IllegalStateException("Every Java has HmacSHA256.", impossible);
        }
    }

    private byte[] open(byte[] sealed, UUID webhook) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return crypt(Cipher.DECRYPT_MODE, nonce, rest, webhook);
    }

    /** The webhook's id is authenticated along, so that a secret copied into another row opens there no more. */
    private byte[] crypt(int mode, byte[] nonce, byte[] text, UUID webhook) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode, new SecretKeySpec(secrets.named("webhook"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(webhook.getMostSignificantBits())
                    .putLong(webhook.getLeastSignificantBits())
                    .flip());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException(
                    "The secret of webhook %s was not sealed here.".formatted(webhook), foreign);
        }
    }
}
