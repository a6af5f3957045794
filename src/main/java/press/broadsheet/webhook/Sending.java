package press.broadsheet.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import press.broadsheet.outbound.Answer;
import press.broadsheet.outbound.Destination;
import press.broadsheet.outbound.Names;
import press.broadsheet.outbound.Posting;

/** Writes an event down, signs it and posts it. */
@Singleton
public class Sending {
    private final Posting posting;
    private final Signing signing;
    private final ObjectMapper json;
    private final Clock clock;
    private final String server;

    Sending(
            Vertx vertx,
            Signing signing,
            ObjectMapper json,
            Clock clock,
            WebhookConfig config,
            @ConfigProperty(name = "broadsheet.url") String server) {
        this.posting = new Posting(
                vertx, config.timeout(), WebhookEditing.MOST, Names.OF_THIS_MACHINE, config.allowPrivateAddresses());
        this.signing = signing;
        this.json = json;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Sends an event once. Takes as long as the receiver does; not within a transaction.
     *
     * @param message what the receiver knows the event by, however often it is sent
     */
    public Answer send(Webhook webhook, UUID message, Event event) {
        Instant now = clock.instant();
        String body = body(event);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Broadsheet");
        headers.put("webhook-id", message.toString());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", signing.signatures(webhook, message.toString(), now, body));
        return posting.post(Destination.of(webhook.url()), headers, body);
    }

    private String body(Event event) {
        try {
            return json.writeValueAsString(event.message(server));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A message is text, numbers and an instant.", impossible);
        }
    }

    @PreDestroy
    void close() {
        posting.close();
    }
}
