package press.broadsheet;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Broadsheet. */
@QuarkusMain
public final class Broadsheet {
    private Broadsheet() {}

    public static void main(String... arguments) {
        Quarkus.run(arguments);
    }
}
