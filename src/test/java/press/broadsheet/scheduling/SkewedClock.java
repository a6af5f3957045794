package press.broadsheet.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The application's clock on a node whose time is not the database's. */
@Alternative
@Singleton
final class SkewedClock extends Clock {
    private static final Clock RIGHT = Clock.tickMillis(ZoneOffset.UTC);

    private volatile Duration skew = Duration.ZERO;

    void isOffBy(Duration difference) {
        skew = difference;
    }

    @Override
    public Instant instant() {
        return RIGHT.instant().plus(skew);
    }

    @Override
    public ZoneId getZone() {
        return RIGHT.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The application's times are in UTC");
    }

    /** Puts it in the place of the right one. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SkewedClock.class);
        }
    }
}
