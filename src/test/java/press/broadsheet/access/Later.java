package press.broadsheet.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that goes on, and jumps forward when told to. */
final class Later extends Clock {
    private final Clock clock;
    private Duration ahead = Duration.ZERO;

    Later(Clock clock) {
        this.clock = clock;
    }

    void go(Duration further) {
        ahead = ahead.plus(further);
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
