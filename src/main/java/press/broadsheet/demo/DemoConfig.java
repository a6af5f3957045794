package press.broadsheet.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Whether the demonstration newsroom is wanted. */
@ConfigMapping(prefix = "broadsheet.demo")
interface DemoConfig {
    /** {@code false}: an empty database stays empty. */
    @WithParentName
    @WithDefault("true")
    boolean enabled();
}
