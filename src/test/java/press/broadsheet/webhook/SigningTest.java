package press.broadsheet.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningTest {
    private static final WebhookDraft DRAFT = new WebhookDraft("https://hooks.example/in", null, null, null);

    private final Signing signing;
    private final Instant now = Instant.now();
    private final UUID id = UUID.randomUUID();

    SigningTest(Signing signing) {
        this.signing = signing;
    }

    /** The example of the specification. */
    @Test
    void it_signs_as_the_specification_does() {
        Webhook webhook = with("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(signing.signatures(
                        webhook,
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_secret_is_of_32_random_bytes_and_says_what_it_is() {
        String secret = signing.newSecret();

        assertThat(secret).startsWith("whsec_").isNotEqualTo(signing.newSecret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }

    @Test
    void what_it_signs_a_receiver_can_verify_and_nobody_change() throws Exception {
        String secret = signing.newSecret();
        String body = "{\"type\": \"article.publish\", \"slug\": \"\u00fcber\"}";
        Map<String, List<String>> headers = headers("m1", signing.signatures(with(secret), "m1", now, body));
        var receiver = new com.standardwebhooks.Webhook(secret);

        receiver.verify(body, headers);
        assertThatThrownBy(() -> receiver.verify(body + " ", headers)).isInstanceOf(WebhookVerificationException.class);
        assertThat(signing.signatures(with(secret), "m1", now, body)).isEqualTo("v1," + byHand(secret, "m1", body));
    }

    @Test
    void after_a_rotation_both_secrets_sign_for_a_day_and_then_the_new_one_alone() throws Exception {
        String before = signing.newSecret();
        String after = signing.newSecret();
        Webhook webhook = with(before);
        webhook.rotate(signing.seal(after, id), now);
        String both = signing.signatures(webhook, "m1", now, "x");

        assertThat(both.split(" ", -1)).hasSize(2);
        new com.standardwebhooks.Webhook(before).verify("x", headers("m1", both));
        new com.standardwebhooks.Webhook(after).verify("x", headers("m1", both));
        assertThat(signing.signatures(webhook, "m1", now.plus(Duration.ofHours(24)), "x"))
                .isEqualTo(signing.signatures(with(after), "m1", now.plus(Duration.ofHours(24)), "x"));
    }

    @Test
    void a_stored_secret_cannot_be_read_and_opens_only_in_its_own_row() {
        String secret = signing.newSecret();
        byte[] kept = signing.seal(secret, id);

        assertThat(kept).hasSize(12 + 32 + 16).isNotEqualTo(signing.seal(secret, id));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        new String(Base64.getDecoder().decode(secret.substring(6)), StandardCharsets.ISO_8859_1));
        Webhook other = Webhook.of(UUID.randomUUID(), DRAFT, kept, now);
        assertThatThrownBy(() -> signing.signatures(other, "m1", now, "x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(other.id().toString());
    }

    private Webhook with(String secret) {
        return Webhook.of(id, DRAFT, signing.seal(secret, id), now);
    }

    private Map<String, List<String>> headers(String message, String signatures) {
        return Map.of(
                "webhook-id", List.of(message),
                "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                "webhook-signature", List.of(signatures));
    }

    private String byHand(String secret, String message, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        String signed = message + "." + now.getEpochSecond() + "." + body;
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
