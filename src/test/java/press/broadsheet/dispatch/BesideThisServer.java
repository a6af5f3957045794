package press.broadsheet.dispatch;

import java.util.Map;
import java.util.Set;

import io.quarkus.test.junit.QuarkusTestProfile;
import press.broadsheet.testing.MovableClock;

/** Receivers may stand on this machine, must answer soon, and the clock can be put forward. */
public class BesideThisServer implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "broadsheet.webhook.allow-private-addresses", "true",
                "broadsheet.webhook.timeout", "1500ms",
                "broadsheet.webhook.poll-interval", "50ms");
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(MovableClock.class);
    }
}
