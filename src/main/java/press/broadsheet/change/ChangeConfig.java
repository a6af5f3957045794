package press.broadsheet.change;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this node learns of the changes of others. */
@ConfigMapping(prefix = "broadsheet.change")
interface ChangeConfig {
    /** How long after one look at the change log the next one follows; the most that another node's change is late. */
    @WithDefault("250ms")
    Duration pollInterval();

    /**
     * How long this node may answer from memory without having read the log: so long a takedown waits for a node that is cut
     * off. Several times the interval above.
     */
    @WithDefault("5s")
    Duration lease();

    /** What the others call this node; process and host if absent. */
    Optional<String> nodeName();
}
