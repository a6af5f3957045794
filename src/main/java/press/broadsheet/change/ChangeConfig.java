package press.broadsheet.change;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How this node learns of the changes of others. */
@ConfigMapping(prefix = "broadsheet.change")
interface ChangeConfig {
    /** How long after one look at the change log the next one follows; the most that another node's change is late. */
    @WithDefault("250ms")
    Duration pollInterval();
}
