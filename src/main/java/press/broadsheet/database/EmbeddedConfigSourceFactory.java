package press.broadsheet.database;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.Application;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Where no database is configured, by whatever source and for whatever profile, it configures the embedded one. Found by
 * {@link java.util.ServiceLoader}, and so in the packaged application, in dev mode and in tests alike.
 */
public final class EmbeddedConfigSourceFactory implements ConfigSourceFactory {
    static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";

    /** Whether this process works with the embedded database. */
    public static boolean isInUse() {
        return EmbeddedConfigSource.NAME.equals(
                ConfigProvider.getConfig().getConfigValue(URL).getSourceName());
    }

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (configured(context, URL).isPresent()) {
            return List.of();
        }
        return List.of(new EmbeddedConfigSource(EmbeddedSettings.read(name -> configured(context, name))));
    }

    private static Optional<String> configured(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                .map(ConfigValue::getValue)
                .filter(value -> !value.isBlank());
    }

    /**
     * Says where the embedded server listens and who may enter, and starts it when that is first asked: when the application
     * starts, in tests and dev mode a moment before. Packaging does not ask: it reads what a source lists, and this one lists
     * nothing.
     *
     * <p>There is one server to a JVM and directory. Tests and dev mode load these classes anew for every run of the
     * application, so the statics of one run are unknown to the next; what tells of the server is a system property.
     */
    private static final class EmbeddedConfigSource implements ConfigSource {
        /** Above variables and properties: a user name left over in them belongs to another database. */
        private static final int ORDINAL = 500;

        private static final String NAME = "embedded PostgreSQL";
        private static final String STARTING = "starting";
        private static final Duration UNTIL_ASKED_AGAIN = Duration.ofMillis(20);
        private static final Duration FOR_APPLICATION = Duration.ofMinutes(2);

        private final EmbeddedSettings settings;
        private final String property;

        EmbeddedConfigSource(EmbeddedSettings settings) {
            this.settings = settings;
            this.property = "broadsheet.database.port:" + settings.directory();
        }

        @Override
        public String getValue(String name) {
            return switch (name) {
                case URL -> EmbeddedPostgres.url(port());
                case USERNAME -> Cluster.NAME;
                case PASSWORD -> password();
                default -> null;
            };
        }

        private String password() {
            port();
            try {
                return DataDirectory.passwordIn(settings.directory());
            } catch (IOException failure) {
                throw CannotStartException.because(settings.directory(), failure);
            }
        }

        private int port() {
            while (true) {
                Object port = System.getProperties().putIfAbsent(property, STARTING);
                if (port == null) {
                    return start();
                }
                if (!port.equals(STARTING)) {
                    return Integer.parseInt((String) port);
                }
                // Another thread is starting it.
                EmbeddedPostgres.pause(UNTIL_ASKED_AGAIN);
            }
        }

        private int start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.start(settings);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres), "postgres-stop"));
                System.setProperty(property, String.valueOf(postgres.port()));
                return postgres.port();
            } catch (RuntimeException failure) {
                System.clearProperty(property);
                throw failure;
            }
        }

        /** Shutdown hooks run side by side, and what the application flushes at its end has to find a database. */
        private void stop(EmbeddedPostgres postgres) {
            Application application = Application.currentApplication();
            if (application != null && !settings.throwAway()) {
                await(application);
            }
            postgres.close();
        }

        private static void await(Application application) {
            Thread waiting = new Thread(application::awaitShutdown, "postgres-wait");
            waiting.setDaemon(true);
            waiting.start();
            try {
                waiting.join(FOR_APPLICATION.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public int getOrdinal() {
            return ORDINAL;
        }
    }
}
