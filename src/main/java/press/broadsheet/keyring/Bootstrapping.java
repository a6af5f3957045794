package press.broadsheet.keyring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import press.broadsheet.access.ApiKeyToken;
import press.broadsheet.access.Role;

/** Gives out the first key: without one, nobody could ever make another. Of nodes that start together one does it. */
@ApplicationScoped
class Bootstrapping {
    private static final Logger LOG = Logger.getLogger(Bootstrapping.class);
    private static final ApiKeyDraft FIRST = new ApiKeyDraft("bootstrap", Role.ADMIN, null);

    private final ApiKeyRepository keys;
    private final ApiKeyEditing editing;
    private final BootstrapConfig config;

    Bootstrapping(ApiKeyRepository keys, ApiKeyEditing editing, BootstrapConfig config) {
        this.keys = keys;
        this.editing = editing;
        this.config = config;
    }

    @Transactional
    void start(@Observes StartupEvent started) {
        if (!keys.isEmptyAndMine()) {
            return;
        }
        ApiKeyToken token = config.key().map(Bootstrapping::read).orElseGet(ApiKeyToken::random);
        editing.issue(token, FIRST);
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
