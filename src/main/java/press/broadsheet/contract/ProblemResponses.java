package press.broadsheet.contract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import press.broadsheet.problem.Problem;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;

/**
 * The answers to requests that fail, one for each status, each with an example of every problem that has this status. What
 * belongs to no operation in particular stands in the answer {@code default}.
 */
final class ProblemResponses {
    private static final String DEFAULT = "default";
    private static final String REQUEST = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /**
     * Whatever the operation: the request may be unreadable or show a wrong key, once or too often, or the server may be out
     * of order.
     */
    private static final Set<Integer> OF_ALL = Set.of(400, 401, 405, 406, 414, 429, 431, 500, 503);

    private static final Set<Integer> OF_MANAGEMENT = Set.of(403);
    private static final Set<Integer> OF_EDITING = Set.of(409, 412, 422);
    private static final Set<Integer> OF_BODIES = Set.of(409, 413, 415, 422);
    private static final Set<Integer> OF_WRITES = Set.of(507);
    private static final Set<Integer> OF_CONDITIONAL_WRITES = Set.of(412, 428);
    private static final Set<Integer> OF_IDEMPOTENT_WRITES = Set.of(409, 422);

    /** Belongs to no operation: no operation has its method. */
    private static final int NOT_IMPLEMENTED = 501;

    private final ObjectMapper json = new ObjectMapper();

    /** Adds the answers to the components of the document. */
    void declare(Components components) {
        Map<String, List<ProblemType>> byName = Arrays.stream(ProblemType.values())
                .collect(groupingBy(type -> name(type.status()), TreeMap::new, toList()));
        byName.forEach((name, types) -> components.addResponse(name, response(types)));
    }

    /** Refers to those that the operation may give. */
    void complete(Endpoint endpoint) {
        Set<Integer> statuses = new TreeSet<>(OF_ALL);
        if (endpoint.isManagement()) {
            statuses.addAll(OF_MANAGEMENT);
        }
        if (endpoint.namesSomething()) {
            statuses.add(404);
        }
        if (endpoint.followsSlugs()) {
            statuses.add(410);
        }
        if (endpoint.hasBody()) {
            statuses.addAll(OF_BODIES);
        }
        if (!endpoint.isRead()) {
            statuses.addAll(OF_WRITES);
        }
        if (endpoint.isManagement() && !endpoint.isRead() && endpoint.namesSomething()) {
            statuses.addAll(OF_EDITING);
        }
        if (endpoint.isIdempotent()) {
            statuses.addAll(OF_IDEMPOTENT_WRITES);
        }
        if (endpoint.isConditional()) {
            statuses.addAll(OF_CONDITIONAL_WRITES);
        }
        statuses.forEach(status -> endpoint.answers(String.valueOf(status), reference(name(status))));
        endpoint.answers(DEFAULT, reference("Problem"));
    }

    private static APIResponse reference(String name) {
        return OASFactory.createAPIResponse().ref(name);
    }

    private static String name(int status) {
        return status == NOT_IMPLEMENTED ? "Problem" : "Problem" + status;
    }

    private APIResponse response(List<ProblemType> types) {
        MediaType content =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"));
        types.forEach(type -> content.addExample(
                type.slug(), OASFactory.createExample().summary(type.title()).value(example(type))));
        APIResponse response = OASFactory.createAPIResponse()
                .description(types.stream().map(ProblemType::title).collect(joining(", or ")))
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, content));
        response.addHeader("X-Request-Id", OASFactory.createHeader().ref("X-Request-Id"));
        switch (types.get(0).status()) {
            case 405 -> response.addHeader("Allow", OASFactory.createHeader().ref("Allow"));
            case 412 -> response.addHeader("ETag", OASFactory.createHeader().ref("ETag"));
            case 429, 503 ->
                response.addHeader("Retry-After", OASFactory.createHeader().ref("Retry-After"));
            default -> {
                // The others have no header of their own.
            }
        }
        return response;
    }

    private Map<String, Object> example(ProblemType type) {
        List<Violation> errors =
                switch (type) {
                    case INVALID_PARAMETERS ->
                        List.of(Violation.inParameter("limit", "out-of-range", "must be 1 to 100"));
                    case INVALID_CONTENT -> List.of(Violation.inBody("/title", "missing", "must be given"));
                    default -> List.of();
                };
        return json.convertValue(
                new Problem(
                        "http://localhost:8080/problems/" + type.slug(),
                        type.title(),
                        type.status(),
                        type.cause(),
                        type.slug(),
                        REQUEST,
                        errors),
                OBJECT);
    }
}
