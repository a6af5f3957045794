package press.broadsheet.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An address that events are sent to, as an administrator set it up. */
@Entity
@Table(name = "webhook")
public class Webhook {
    /** How long a former secret signs along, so that a receiver can take over the new one in its own time. */
    static final Duration OVERLAP = Duration.ofHours(24);

    @Id
    private UUID id;

    private String url;
    private String description;
    private List<String> events;
    private byte[] secret;
    private byte[] formerSecret;
    private Instant formerSecretUntil;

    @Convert(converter = Disabled.Converter.class)
    private Disabled disabled;

    private Instant disabledAt;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private int version;

    protected Webhook() {}

    /** @param secret sealed */
    static Webhook of(UUID id, WebhookDraft draft, byte[] secret, Instant now) {
        Webhook webhook = new Webhook();
        webhook.id = id;
        webhook.secret = secret;
        webhook.createdAt = now;
        webhook.revise(draft, now);
        return webhook;
    }

    void revise(WebhookDraft draft, Instant now) {
        url = draft.url();
        description = draft.description();
        events = draft.wanted();
        updatedAt = now;
        if (draft.wantsToBeEnabled()) {
            disabled = null;
            disabledAt = null;
        } else if (disabled == null) {
            disable(Disabled.BY_HAND, now);
        }
    }

    void disable(Disabled reason, Instant now) {
        disabled = reason;
        disabledAt = now;
        updatedAt = now;
    }

    /** Signs with another secret from now on, sealed; with the one before too, for a while. */
    void rotate(byte[] next, Instant now) {
        formerSecret = secret;
        formerSecretUntil = now.plus(OVERLAP);
        secret = next;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    String url() {
        return url;
    }

    String description() {
        return description;
    }

    /** Types and events, as {@link EventName} has them; empty for everything. */
    List<String> events() {
        return events;
    }

    /** What signs at an instant, sealed: the present secret, then the former one as long as it does. */
    List<byte[]> secretsAt(Instant now) {
        return formerSecretAt(now) == null ? List.of(secret) : List.of(secret, formerSecret);
    }

    /** Until when the former secret signs along; null if there is none that does. */
    Instant formerSecretAt(Instant now) {
        return formerSecretUntil != null && formerSecretUntil.isAfter(now) ? formerSecretUntil : null;
    }

    /** Why nothing is sent to it; null if it is enabled. */
    Disabled disabled() {
        return disabled;
    }

    public boolean isEnabled() {
        return disabled == null;
    }

    Instant disabledAt() {
        return disabledAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    int version() {
        return version;
    }
}
