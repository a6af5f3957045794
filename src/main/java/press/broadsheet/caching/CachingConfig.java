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

    /** Room for answers given lately; an article takes about 8 kilobytes, a list of 20 about 40. */
    @WithDefault("64M")
    MemorySize memory();

    /** Room for what changes by itself and is kept for seconds, counters and rankings, apart from the rest. 0 keeps none. */
    @WithDefault("8M")
    MemorySize passingMemory();
}
