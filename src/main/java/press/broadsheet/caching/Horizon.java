package press.broadsheet.caching;

import java.time.Instant;
import java.util.Optional;

/**
 * When content will next change by time alone: the next instant at which something scheduled is published or unpublished.
 * No answer is called fresh beyond it.
 *
 * <p>Asked at every public GET, on the event loop: answer from memory. Whoever implements it announces the change when the
 * instant has come ({@link press.broadsheet.content.Changed}), since something may be scheduled after an answer was given.
 */
@FunctionalInterface
public interface Horizon {
    /** Empty if nothing is scheduled. */
    Optional<Instant> nextTransition();
}
