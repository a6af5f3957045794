package press.broadsheet.contract;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What every operation answers when all is well: its headers, an example, and the answers that have no body. */
final class Successes {
    private static final List<String> OF_ALL = List.of("Server-Timing", "X-Request-Id");
    private static final List<String> OF_CACHEABLE =
            List.of("Cache-Control", "ETag", "Last-Modified", "Surrogate-Key", "X-Request-Id");

    private final Examples examples;

    Successes(Examples examples) {
        this.examples = examples;
    }

    void complete(Endpoint endpoint) {
        created(endpoint);
        endpoint.operation().getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                headers(endpoint, response);
                example(endpoint, response);
            }
        });
        if (endpoint.isPublicRead()) {
            APIResponse unchanged =
                    OASFactory.createAPIResponse().description("Unchanged since the version in `If-None-Match`");
            add(unchanged, OF_CACHEABLE);
            endpoint.answers("304", unchanged);
        }
        if (endpoint.followsSlugs()) {
            APIResponse moved = OASFactory.createAPIResponse().description("It has another slug now");
            add(moved, List.of("Location", "X-Request-Id"));
            endpoint.answers("301", moved);
        }
    }

    /** The framework supposes 200. */
    private static void created(Endpoint endpoint) {
        var responses = endpoint.operation().getResponses();
        APIResponse answer = responses.getAPIResponse("200");
        if (endpoint.makesSomething() && answer != null) {
            responses.removeAPIResponse("200");
            responses.addAPIResponse("201", answer.description("Created"));
        }
    }

    private static void headers(Endpoint endpoint, APIResponse response) {
        add(response, OF_ALL);
        if (endpoint.isPublicRead()) {
            add(response, OF_CACHEABLE);
        }
        if (endpoint.showsVersion() && response.getContent() != null) {
            add(response, List.of("ETag"));
        }
        if (endpoint.isCounted()) {
            add(response, List.of("RateLimit", "RateLimit-Policy"));
        }
        if (endpoint.isCreation()) {
            add(response, List.of("Location"));
        }
        if (endpoint.isIdempotent()) {
            add(response, List.of("Idempotent-Replayed"));
        }
        if (endpoint.isPaged() || endpoint.hasFeeds()) {
            add(response, List.of("Link"));
        }
    }

    private static void add(APIResponse response, List<String> names) {
        names.forEach(name -> response.addHeader(name, OASFactory.createHeader().ref(name)));
    }

    /** One for all types, or one for each. */
    private static Object answer(Map<String, Object> example, String type) {
        return example.get("answers") instanceof Map<?, ?> answers ? answers.get(type) : example.get("answer");
    }

    private void example(Endpoint endpoint, APIResponse response) {
        if (response.getContent() != null) {
            examples.ofOperation(endpoint.operation().getOperationId()).ifPresent(example -> response.getContent()
                    .getMediaTypes()
                    .forEach((type, content) -> content.setExample(answer(example, type))));
        }
    }
}
