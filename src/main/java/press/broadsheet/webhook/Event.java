package press.broadsheet.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * What happened, and how it is told.
 *
 * @param name {@code article.publish}, {@code ping}
 * @param number its place in the change log
 * @param subject what it happened to; null for what has no id
 * @param slug the subject's slug at that moment; null if it has none
 */
public record Event(String name, Instant at, long number, UUID subject, String slug) {
    private static final String PING = "ping";

    /** A message as it is sent. Ids and an address only: the receiver asks for what stands there by the time it does. */
    record Message(String type, Instant timestamp, Data data) {}

    /** @param url where the subject can be read; null if it can't be any more, or never could */
    record Data(UUID id, String type, String slug, long number, String url) {}

    /** @param server where clients reach this one */
    Message message(String server) {
        return new Message(name, at, new Data(subject, type(), slug, number, url(server)));
    }

    private String type() {
        return name.equals(PING) ? "webhook" : name.substring(0, name.indexOf('.'));
    }

    private String url(String server) {
        if (name.equals(PING) || name.endsWith(".delete") || name.endsWith(".unpublish")) {
            return null;
        }
        if (name.startsWith("site.")) {
            return server + "/v1/site";
        }
        return subject == null ? null : "%s/v1/%ss/%s".formatted(server, type(), subject);
    }
}
