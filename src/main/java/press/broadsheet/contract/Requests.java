package press.broadsheet.contract;

import java.util.List;
import java.util.StringJoiner;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** What every operation takes: described parameters, {@code pretty}, a key where it manages, an example of its body. */
final class Requests {
    private static final String KEY = "key";
    private static final String PRETTY = "pretty";
    private static final String IDEMPOTENCY_KEY = "idempotencyKey";

    private final Examples examples;

    Requests(Examples examples) {
        this.examples = examples;
    }

    void complete(Endpoint endpoint) {
        var operation = endpoint.operation();
        String id = operation.getOperationId();
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> describe(id, parameter));
        }
        operation.addParameter(OASFactory.createParameter().ref(PRETTY));
        if (endpoint.isIdempotent()) {
            operation.addParameter(OASFactory.createParameter().ref(IDEMPOTENCY_KEY));
        }
        operation.setSecurity(
                endpoint.isManagement()
                        ? List.of(OASFactory.createSecurityRequirement().addScheme(KEY))
                        : List.of());
        if (operation.getDescription() == null) {
            operation.setDescription(description(endpoint));
        }
        if (endpoint.hasBody()) {
            examples.ofOperation(id).ifPresent(example -> operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(type -> type.setExample(example.get("request"))));
        }
    }

    /** What holds for all operations of its kind. */
    private static String description(Endpoint endpoint) {
        StringJoiner sentences = new StringJoiner(" ");
        sentences.add(endpoint.isManagement() ? "Needs an API key." : "Needs no key.");
        if (endpoint.followsSlugs()) {
            sentences.add(
                    "A former slug leads to the present one by 301; what was taken back or deleted is gone (410).");
        }
        if (endpoint.isPaged()) {
            sentences.add("Read it on with the `cursor` of the last answer.");
        }
        if (endpoint.isPublicRead()) {
            sentences.add("Caches may keep the answer for as long as it says.");
        }
        if (endpoint.isConditional()) {
            sentences.add("`If-Match` names the version that the change is made to: the `ETag` of what was read.");
        }
        if (endpoint.hasBody()) {
            sentences.add("Every fault of the body is named at once.");
        }
        return sentences.toString();
    }

    private void describe(String operation, Parameter parameter) {
        examples.ofParameter(operation, parameter.getName()).ifPresent(known -> {
            if (parameter.getDescription() == null) {
                parameter.setDescription((String) known.get("description"));
            }
            if (Boolean.TRUE.equals(known.get("required"))) {
                parameter.setRequired(true);
            }
            parameter.setExample(known.get("example"));
        });
    }
}
