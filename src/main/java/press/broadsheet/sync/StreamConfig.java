package press.broadsheet.sync;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How changes are streamed. */
@ConfigMapping(prefix = "broadsheet.sync")
interface StreamConfig {
    /** How often a listener hears something while nothing happens: proxies close what is silent for a minute. */
    @WithDefault("15s")
    Duration keepAlive();

    /** How many may listen on one node; an idle one takes about 10 kilobytes of heap and a connection, but no thread. */
    @WithDefault("5000")
    int mostListeners();
}
