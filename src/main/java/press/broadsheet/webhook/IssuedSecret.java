package press.broadsheet.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import press.broadsheet.writing.Versioned;

/** A webhook with a secret that was made just now. */
@Schema(name = "WebhookWithSecret", description = "A webhook and its new secret, which is shown this once")
record IssuedSecret(
        WebhookRepresentation webhook,

        @Schema(
                description = "Signs what is sent, after Standard Webhooks; keep it like a password",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret)
        implements Versioned {

    @Override
    public int version() {
        return webhook.version();
    }

    /** Without the secret, which belongs into no log. */
    @Override
    public String toString() {
        return "a secret of " + webhook;
    }
}
