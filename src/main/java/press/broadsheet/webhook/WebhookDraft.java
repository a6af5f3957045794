package press.broadsheet.webhook;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook as a client sends it. */
@Schema(description = "A webhook to be")
record WebhookDraft(
        @Schema(
                description =
                        "Where events are sent to, by POST. https, on port 443 or 80, at an address that anybody may"
                                + " reach; redirects are not followed",
                examples = "https://hooks.example/broadsheet")
        @NotBlank @Size(max = 2000) String url,

        @Schema(examples = "Clears the CDN") @Size(max = 500) String description,

        @Schema(
                description = "Which events: a type (`article`) for all that happens to it, or one event"
                        + " (`article.publish`); none for everything",
                examples = "[\"article\", \"site.update\"]")
        @Size(max = 50) List<@NotNull @Size(max = 40) String> events,

        @Schema(
                description = "`false`: nothing is sent, and nothing kept for later. `true`, or absent: events are sent"
                        + " from now on, also if sending had been given up")
        Boolean enabled) {

    /** What the client would send to leave a webhook as it is. */
    static WebhookDraft of(Webhook webhook) {
        return new WebhookDraft(webhook.url(), webhook.description(), webhook.events(), webhook.isEnabled());
    }

    List<String> wanted() {
        return events == null ? List.of() : events.stream().distinct().sorted().toList();
    }

    boolean wantsToBeEnabled() {
        return enabled == null || enabled;
    }
}
