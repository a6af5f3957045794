package press.broadsheet.testing;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A first start: with the demonstration newsroom, on a database of its own. */
public class Demonstration implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("broadsheet.demo", "true", "broadsheet.database.directory", "target/demonstration-database");
    }
}
