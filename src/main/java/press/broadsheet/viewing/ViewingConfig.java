package press.broadsheet.viewing;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What of a view is remembered, and for how long. */
@ConfigMapping(prefix = "broadsheet.views")
interface ViewingConfig {
    /** For so long at least, and twice as long at most, a visitor counts once on an article. */
    @WithDefault("30m")
    Duration window();

    /**
     * So many views are remembered for that, at 15 bits each and twice; more within a window make it shorter, never the memory
     * larger.
     */
    @WithDefault("4000000")
    int remembered();

    /** How long views stay in memory before they are written: the most that a process killed on the spot takes with it. */
    @WithDefault("1s")
    Duration flushInterval();

    /** So many pairs of article and hour wait to be written, however many views each has: some hundred bytes a pair. */
    @WithDefault("100000")
    int buffer();

    /**
     * So many of them may be of articles that this node has not counted lately and has to look up. What is beyond that is not
     * counted, so that made-up ids cost a small and constant share of the database's time.
     */
    @WithDefault("10000")
    int unfamiliar();
}
