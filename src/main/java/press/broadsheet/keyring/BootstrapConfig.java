package press.broadsheet.keyring;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** What the first start needs to know. */
@ConfigMapping(prefix = "broadsheet.bootstrap")
interface BootstrapConfig {
    /** An admin key of the operator's choice, {@code bs_<id>_<secret>}; one is made and printed if absent. */
    Optional<String> key();
}
