package press.broadsheet.viewing;

import java.time.Duration;

/** How much is remembered in a test. */
record Few(int remembered, int buffer, int unfamiliar) implements ViewingConfig {
    @Override
    public Duration window() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Duration flushInterval() {
        return Duration.ofSeconds(1);
    }
}
