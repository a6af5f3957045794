package press.broadsheet.caching;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long browsers, proxies and this node may go by what they have. */
@ConfigMapping(prefix = "broadsheet.caching")
interface CachingConfig {
    /** How long a public answer is fresh, unless its resource says otherwise. Whole seconds. */
    @WithDefault("10s")
    Duration maxAge();

    /** How much longer a cache may answer with it while it asks for a newer one (RFC 5861, 3). Whole seconds. */
    @WithDefault("30s")
    Duration staleWhileRevalidate();

    /** How much longer a cache may answer with it while this server does not answer (RFC 5861, 4). Whole seconds. */
    @WithDefault("1d")
    Duration staleIfError();

    /** Room for the validators of answers given lately; an article takes about 1 kilobyte, a list of 20 about 5. */
    @WithDefault("32M")
    MemorySize validatorsMemory();
}
