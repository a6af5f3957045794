package press.broadsheet.welcome;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** Whether there is a reader's page at {@code /demo}. */
@ConfigMapping(prefix = "broadsheet.demo-page")
interface DemoPageConfig {
    /** {@code false}: nothing is at {@code /demo}, and nothing leads there. */
    @WithParentName
    @WithDefault("true")
    boolean enabled();
}
