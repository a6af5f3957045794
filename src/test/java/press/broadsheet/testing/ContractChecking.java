package press.broadsheet.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Puts the {@link ContractFilter} before every test; found by its name in {@code META-INF/services}. */
public final class ContractChecking implements QuarkusTestBeforeEachCallback {
    private final ContractFilter filter = new ContractFilter();

    @Override
    public void beforeEach(QuarkusTestMethodContext test) {
        RestAssured.replaceFiltersWith(filter);
    }
}
