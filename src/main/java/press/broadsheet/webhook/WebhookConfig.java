package press.broadsheet.webhook;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are sent. */
@ConfigMapping(prefix = "broadsheet.webhook")
public interface WebhookConfig {
    /**
     * Whether a webhook may lead to any address and port, without TLS too. Whoever may make webhooks can then reach whatever
     * this server can: for tests, and where receivers stand beside this server.
     */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** For the whole of an attempt, from connecting to the end of the answer. */
    @WithDefault("20s")
    Duration timeout();

    /** How long after one look for what is due the next one follows; changes of this node do not wait for it. */
    @WithDefault("500ms")
    Duration pollInterval();
}
