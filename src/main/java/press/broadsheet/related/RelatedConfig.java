package press.broadsheet.related;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How related articles are weighed; ADR 11 says how the defaults were measured. */
@ConfigMapping(prefix = "broadsheet.related")
interface RelatedConfig {
    /** How much older than the article another one is that counts for half; 0: age does not matter. */
    @WithDefault("0")
    Duration halfLife();

    /** How much tags can add: the weight of a tag that no other article has, where the likeness of two equal texts is 1. */
    @WithDefault("0.1")
    double tags();

    /** From which likeness on two articles are nearly equal, so that the second waits until all others have been shown. */
    @WithDefault("0.8")
    double nearlyEqual();

    /** To how many articles the words of one may lead, those that tell most first: more take longer and find little more. */
    @WithDefault("2000")
    int postings();
}
