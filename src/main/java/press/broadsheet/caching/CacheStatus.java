package press.broadsheet.caching;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What this node's memory did for an answer: said to the client (RFC 9211), and counted for operators. */
@Singleton
class CacheStatus {
    static final String HEADER = "Cache-Status";

    private final Counter hits;
    private final Counter collapsed;
    private final Counter stale;
    private final Timer loads;

    CacheStatus(MeterRegistry meters) {
        hits = counter(meters, "hit");
        collapsed = counter(meters, "collapsed");
        stale = counter(meters, "stale");
        loads = Timer.builder("broadsheet.caching.loads")
                .description("What was not kept, from the first byte asked to the last byte made")
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, String result) {
        return Counter.builder("broadsheet.caching.answers")
                .description("Answers out of memory")
                .tag("result", result)
                .register(meters);
    }

    /** It was kept and is the present answer. */
    String hit() {
        hits.increment();
        return "broadsheet; hit";
    }

    /** It was loaded for somebody who asked a moment before. */
    String collapsed() {
        collapsed.increment();
        return "broadsheet; fwd=miss; collapsed";
    }

    /**
     * It was kept and is past its time.
     *
     * @param ttl for how many seconds more it is fresh: none, or a negative number
     * @param why what keeps a newer one away
     */
    String stale(long ttl, String why) {
        stale.increment();
        return "broadsheet; hit; ttl=" + ttl + "; detail=" + why;
    }

    /** It was loaded. */
    static String loaded(boolean stored) {
        return stored ? "broadsheet; fwd=miss; stored" : "broadsheet; fwd=miss";
    }

    void loadTook(Duration time) {
        loads.record(time);
    }
}
