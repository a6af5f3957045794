package press.broadsheet.contract;

import java.util.Map;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Adds to every operation of the API what it has by rule: problems, headers, security, examples. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class Contract implements OASFilter {
    private final Examples examples = new Examples();
    private final ProblemResponses problems = new ProblemResponses();
    private final Successes successes = new Successes(examples);
    private final Requests requests = new Requests(examples);

    /** What may be null is written as alternatives; a type beside them would rule null out. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getAnyOf() != null) {
            schema.setType(null);
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        problems.declare(document.getComponents());
        document.getPaths().getPathItems().forEach((path, item) -> complete(path, item.getOperations()));
    }

    private void complete(String path, Map<PathItem.HttpMethod, Operation> operations) {
        operations.forEach((method, operation) -> {
            Endpoint endpoint = new Endpoint(path, method, operation);
            requests.complete(endpoint);
            successes.complete(endpoint);
            problems.complete(endpoint);
            endpoint.sortResponses();
        });
    }
}
