package press.broadsheet.viewing;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/**
 * Rolls hours up into days, a twenty-fourth of the rows, when no ranking counts them any more. Nothing is lost by it: a day
 * keeps its hours, so that an import may set them again and an export tells them.
 */
@ApplicationScoped
class ViewRolling {
    /** The longest window has 30 days, and trending looks back on the week before. */
    static final Duration KEPT = Duration.ofDays(40);

    static final int AT_ONCE = 10_000;

    private final ViewRecording recording;

    ViewRolling(ViewRecording recording) {
        this.recording = recording;
    }

    /** A piece at a time, so that nobody who adds views waits for long. */
    @Scheduled(every = "5s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void roll() {
        recording.roll(KEPT, AT_ONCE);
    }
}
