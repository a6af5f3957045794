package press.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedConfigSourceFactoryTest {
    @TempDir
    Path temporary;

    @Test
    void with_another_database_configured_nothing_is_started_or_unpacked() {
        SmallRyeConfig config = configured(Map.of(EmbeddedConfigSourceFactory.URL, "jdbc:postgresql://elsewhere/news"));

        assertThat(config.getValue(EmbeddedConfigSourceFactory.URL, String.class))
                .isEqualTo("jdbc:postgresql://elsewhere/news");
        assertThat(config.getOptionalValue("quarkus.datasource.password", String.class))
                .isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void another_database_may_be_configured_for_a_profile_only() {
        SmallRyeConfig config = configured(Map.of(
                "smallrye.config.profile",
                "staging",
                "%staging." + EmbeddedConfigSourceFactory.URL,
                "jdbc:postgresql://elsewhere/news"));

        assertThat(config.getValue(EmbeddedConfigSourceFactory.URL, String.class))
                .isEqualTo("jdbc:postgresql://elsewhere/news");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void nothing_is_started_before_somebody_asks_where_the_database_is() {
        SmallRyeConfig config = configured(Map.of());

        assertThat(config.getPropertyNames()).doesNotContain(EmbeddedConfigSourceFactory.URL);
        assertThat(config.getOptionalValue("quarkus.datasource.username", String.class))
                .contains("broadsheet");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void a_port_that_is_no_number_is_said_so() {
        assertThatThrownBy(() -> configured(Map.of("broadsheet.database.port", "any")))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("broadsheet.database.port is 'any', which is no port number.");
    }

    private SmallRyeConfig configured(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withDefaultValue(
                        "broadsheet.database.directory",
                        temporary.resolve("data").toString())
                .withSources(new EmbeddedConfigSourceFactory())
                .build();
    }
}
