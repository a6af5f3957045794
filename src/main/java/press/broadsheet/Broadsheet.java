package press.broadsheet;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import press.broadsheet.database.CannotStartException;
import press.broadsheet.database.EmbeddedPostgres;

/** Starts Broadsheet: its database, unless another one is configured, then the application. */
@QuarkusMain
public final class Broadsheet {
    Broadsheet() {}

    public static void main(String... arguments) {
        try {
            EmbeddedPostgres.startUnlessAnotherIsConfigured();
        } catch (CannotStartException reason) {
            System.err.println(reason.getMessage());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
