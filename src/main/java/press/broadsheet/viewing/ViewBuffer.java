package press.broadsheet.viewing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import press.broadsheet.viewing.ViewBatch.Bucket;

/** The views that wait to be written, added up. It does not grow with their number, only with that of articles; and has an end. */
@ApplicationScoped
class ViewBuffer {
    private final Clock clock;
    private final int most;
    private final int mostUnfamiliar;

    private Map<Bucket, Integer> views = new HashMap<>();
    private int unfamiliar;

    ViewBuffer(Clock clock, ViewingConfig config) {
        this.clock = clock;
        most = config.buffer();
        mostUnfamiliar = config.unfamiliar();
    }

    /** Whether a view of what has yet to be looked up would find room. */
    synchronized boolean hasRoomFor(String reference) {
        return unfamiliar < mostUnfamiliar || views.containsKey(new Bucket(null, reference, hour()));
    }

    /**
     * Adds a view; false if there is no room for it.
     *
     * @param article null if it has yet to be looked up what the reference means
     */
    synchronized boolean add(UUID article, String reference) {
        Bucket bucket = new Bucket(article, article == null ? reference : null, hour());
        boolean isNew = !views.containsKey(bucket);
        if (isNew && (views.size() >= most || (article == null && unfamiliar >= mostUnfamiliar))) {
            return false;
        }
        views.merge(bucket, 1, Integer::sum);
        unfamiliar += isNew && article == null ? 1 : 0;
        return true;
    }

    /** Takes out what is there. */
    synchronized ViewBatch drain(long number) {
        ViewBatch drained = new ViewBatch(number, views);
        views = new HashMap<>();
        unfamiliar = 0;
        return drained;
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
