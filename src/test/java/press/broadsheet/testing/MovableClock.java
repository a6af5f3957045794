package press.broadsheet.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

/** The application's clock where a test's profile asks for it: it goes on by itself, and can be put forward and back. */
@Alternative
@Singleton
public class MovableClock extends Clock {
    private final Clock real = Clock.tickMillis(ZoneOffset.UTC);
    private volatile Duration ahead = Duration.ZERO;

    /** Puts it forward. */
    public void advance(Duration duration) {
        ahead = ahead.plus(duration);
    }

    /** Lets it go on from an instant. */
    public void set(Instant instant) {
        ahead = Duration.between(real.instant(), instant);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return offset(real.withZone(zone), ahead);
    }
}
