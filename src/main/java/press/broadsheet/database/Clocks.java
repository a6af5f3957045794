package press.broadsheet.database;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The one place where the application reads the time. Inject a {@link Clock}; a test hands in a fixed one.
 *
 * <p>What readers may see is decided by the database's clock instead, in SQL ({@code published_at <= now()}), so that all
 * nodes agree on it.
 */
public final class Clocks {
    /** In milliseconds, as the API shows times: what is stored is then what was shown. */
    private static final Clock APPLICATION = Clock.tickMillis(ZoneOffset.UTC);

    Clocks() {}

    /** The application's clock, for code that nothing is injected into. */
    public static Instant now() {
        return APPLICATION.instant();
    }

    @Produces
    @Singleton
    static Clock application() {
        return APPLICATION;
    }
}
