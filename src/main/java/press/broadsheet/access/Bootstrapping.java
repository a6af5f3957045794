package press.broadsheet.access;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/** Gives out the first key: without one, nobody could ever make another. */
@ApplicationScoped
class Bootstrapping {
    private static final Logger LOG = Logger.getLogger(Bootstrapping.class);

    private final ApiKeyRepository keys;
    private final BootstrapConfig config;
    private final Clock clock;

    Bootstrapping(ApiKeyRepository keys, BootstrapConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes StartupEvent started) {
        if (!keys.isEmpty()) {
            return;
        }
        ApiKeyToken token = config.key().map(Bootstrapping::read).orElseGet(ApiKeyToken::random);
        keys.persist(ApiKey.of(token, "bootstrap", Role.ADMIN, clock.instant()));
        if (config.key().isEmpty()) {
            LOG.infof("The first admin key, shown only now: %s", token.text());
        }
    }

    private static ApiKeyToken read(String configured) {
        return ApiKeyToken.parse(configured)
                .orElseThrow(() -> new IllegalStateException(
                        "BROADSHEET_BOOTSTRAP_KEY must look like bs_<id>_<secret>: an id of 4 to 32"
                                + " lower-case letters and digits, a secret of 24 to 128 letters and digits"));
    }
}
