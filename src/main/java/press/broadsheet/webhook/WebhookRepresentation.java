package press.broadsheet.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.writing.Versioned;

/** A webhook as administrators see it: never with its secret. */
@Schema(name = "Webhook", description = "Where events are sent to")
record WebhookRepresentation(
        @Schema(description = "Stable identifier") UUID id,

        @Schema(examples = "https://hooks.example/broadsheet")
        String url,

        @Schema(examples = "Clears the CDN", nullable = true)
        String description,

        @Schema(
                description = "Types and events, in alphabetical order; none for everything",
                examples = "[\"article\"]")
        List<String> events,

        @Schema(description = "Whether events are sent") boolean enabled,

        @Schema(
                description =
                        "Why not: an administrator said so, the receiver answered 410, or one event was refused until"
                                + " the end of the schedule",
                nullable = true)
        Disabled disabled,

        @Schema(description = "Since when not", nullable = true)
        Instant disabledAt,

        @Schema(description = "Until when the secret before the present one signs along", nullable = true)
        Instant formerSecretUntil,

        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Goes up with every change") int version)
        implements Versioned {

    static WebhookRepresentation of(Webhook webhook, Instant now) {
        return new WebhookRepresentation(
                webhook.id(),
                webhook.url(),
                webhook.description(),
                webhook.events(),
                webhook.isEnabled(),
                webhook.disabled(),
                webhook.disabledAt(),
                webhook.formerSecretAt(now),
                webhook.createdAt(),
                webhook.updatedAt(),
                webhook.version());
    }
}
