package press.broadsheet.dispatch;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery as administrators see it. */
@Schema(name = "Delivery", description = "An event for a webhook, and what came of it so far")
record DeliveryRepresentation(
        @Schema(
                description =
                        "What the receiver knows the event by: the header `webhook-id`, also when it is sent again")
        UUID id,

        @Schema(examples = "article.publish") String event,

        @Schema(description = "When it happened") Instant at,

        @Schema(description = "Its place in the change log", examples = "1207")
        long number,

        @Schema(description = "What it happened to; null for what has no id", nullable = true)
        UUID subject,

        @Schema(description = "The slug of that at the time", examples = "old-harbour", nullable = true)
        String slug,

        @Schema(description = "`pending`: it is to be sent, for the first time or again; `failed`: it was given up")
        DeliveryState state,

        @Schema(description = "How often it was sent", examples = "1")
        int attempts,

        @Schema(
                description = "The status of the last answer; null if there was none",
                examples = "204",
                nullable = true)
        Integer status,

        @Schema(
                description =
                        "What was wrong with the last attempt: no address for the host, an address that may not be"
                                + " sent to, no connection, an untrusted certificate, no answer in time, a redirect, a 410, another"
                                + " status, or a failure of this server",
                nullable = true)
        DeliveryError error,

        @Schema(description = "When it was put in line, the last time")
        Instant queuedAt,

        @Schema(description = "When it was last sent", nullable = true)
        Instant attemptedAt,

        @Schema(description = "When it is sent next, at the earliest; null if it isn't", nullable = true)
        Instant nextAttemptAt) {

    static DeliveryRepresentation of(Delivery delivery) {
        return new DeliveryRepresentation(
                delivery.id(),
                delivery.event(),
                delivery.at(),
                delivery.number(),
                delivery.subject(),
                delivery.slug(),
                delivery.state(),
                delivery.attempts(),
                delivery.status(),
                delivery.error(),
                delivery.queuedAt(),
                delivery.attemptedAt(),
                delivery.state() == DeliveryState.PENDING ? delivery.nextAttemptAt() : null);
    }
}
