package press.broadsheet.story;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What counts as the same story. Shares are 0 to 1; ADR 11 says how the defaults were measured. */
@ConfigMapping(prefix = "broadsheet.story")
interface StoryConfig {
    /** How long before or after an article its near-duplicates may be published. */
    @WithDefault("72h")
    Duration window();

    /** From which share of shared word sequences on two texts are one. */
    @WithDefault("0.15")
    double text();

    /** From which share of its sequences on the shorter one is a part of the longer one. */
    @WithDefault("0.4")
    double part();

    /** The same as {@link #text} for texts of less than about 150 words. */
    @WithDefault("0.5")
    double briefText();

    /** The same as {@link #part} for texts of less than about 150 words. */
    @WithDefault("0.75")
    double briefPart();
}
