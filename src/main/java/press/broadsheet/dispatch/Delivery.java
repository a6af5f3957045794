package press.broadsheet.dispatch;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** An event for a webhook, and what came of it so far; for reading, as it is written in SQL. */
@Entity
@Immutable
@Table(name = "webhook_delivery")
class Delivery {
    @Id
    private UUID id;

    private UUID webhookId;
    private long number;
    private String event;
    private Instant at;
    private UUID subject;
    private String slug;

    @Convert(converter = DeliveryState.Converter.class)
    private DeliveryState state;

    private int attempts;
    private Integer status;

    @Convert(converter = DeliveryError.Converter.class)
    private DeliveryError error;

    private Instant queuedAt;
    private Instant attemptedAt;
    private Instant nextAttemptAt;

    protected Delivery() {}

    UUID id() {
        return id;
    }

    UUID webhookId() {
        return webhookId;
    }

    long number() {
        return number;
    }

    String event() {
        return event;
    }

    Instant at() {
        return at;
    }

    UUID subject() {
        return subject;
    }

    String slug() {
        return slug;
    }

    DeliveryState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    Integer status() {
        return status;
    }

    DeliveryError error() {
        return error;
    }

    Instant queuedAt() {
        return queuedAt;
    }

    Instant attemptedAt() {
        return attemptedAt;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }
}
