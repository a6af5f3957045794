package press.broadsheet.database;

import java.util.Map;

import jakarta.inject.Singleton;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Changes of the schema run over a connection of their own: building an index may take minutes, while the pool's connections
 * are cut off after seconds.
 */
@Singleton
class Migrations implements FlywayConfigurationCustomizer {
    private static final Map<String, String> CONNECTION = Map.of(
            "ApplicationName", "broadsheet migrations",
            "tcpKeepAlive", "true",
            // A change that waits for a lock makes every reader behind it wait; better to give up and be tried again.
            "options", "-c lock_timeout=10s");

    private final Config config;

    Migrations(Config config) {
        this.config = config;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.dataSource(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getOptionalValue("quarkus.datasource.username", String.class)
                        .orElse(null),
                config.getOptionalValue("quarkus.datasource.password", String.class)
                        .orElse(null));
        flyway.jdbcProperties(CONNECTION);
    }
}
