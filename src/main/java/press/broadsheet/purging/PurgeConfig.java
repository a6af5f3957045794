package press.broadsheet.purging;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which cache is told what to drop. */
@ConfigMapping(prefix = "broadsheet.purge")
public interface PurgeConfig {
    /** What kind of cache it is; without it none is told. */
    Optional<Dialect> dialect();

    /** Where it takes purges. */
    Optional<URI> url();

    /** What lets this server purge, as the cache's operator gave it out. */
    Optional<String> token();

    /** For the whole of a request. */
    @WithDefault("5s")
    Duration timeout();

    /**
     * How long after the first time everything is purged a second time. Another node may have answered the cache from its memory before it knew of
     * the change, which takes it up to a second.
     */
    @WithDefault("2s")
    Duration again();
}
