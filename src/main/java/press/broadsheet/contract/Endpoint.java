package press.broadsheet.contract;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** An operation and where it stands, with what the rules ask of it. */
record Endpoint(String path, HttpMethod method, Operation operation) {
    private static final Set<String> WITH_SECRETS = Set.of(
            "/v1/manage/keys", "/v1/manage/webhooks", "/v1/manage/webhooks/{webhook}/secret", "/v1/manage/previews");
    private static final Set<String> OF_ONE_THING =
            Set.of("/v1/manage/webhooks/{webhook}/secret", "/v1/manage/webhooks/{webhook}/test");
    private static final Pattern WITH_SLUGS =
            Pattern.compile("/(v1|feeds)/(articles|tags|sections|authors|collections)/\\{ref}");

    private static final Pattern WITH_FEEDS =
            Pattern.compile("/v1/(articles|(sections|tags|authors|collections)/\\{ref}|rankings/\\{metric})");

    boolean isManagement() {
        return path.startsWith("/v1/manage/");
    }

    boolean isRead() {
        return method == HttpMethod.GET;
    }

    /** Whether a cache may keep its answer; never what somebody is shown for a token in the path. */
    boolean isPublicRead() {
        return isRead() && !isManagement() && !isStream() && !path.startsWith("/v1/previews/");
    }

    /** Whether its answer goes on for as long as somebody listens. */
    private boolean isStream() {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        return answer != null
                && answer.getContent() != null
                && answer.getContent().hasMediaType("text/event-stream");
    }

    /** Whether every request is counted against a limit: by key, or by address. */
    boolean isCounted() {
        return !isPublicRead();
    }

    boolean isCreation() {
        return method == HttpMethod.POST && operation.getResponses().hasAPIResponse("201");
    }

    /** Whether it changes what {@code If-Match} names a version of. */
    boolean isConditional() {
        return takes("If-Match");
    }

    /** Whether a retry under one {@code Idempotency-Key} counts once; what answers with a secret is never stored, and imports count once by themselves. */
    boolean isIdempotent() {
        return isManagement()
                && method == HttpMethod.POST
                && !WITH_SECRETS.contains(path)
                && !path.equals("/v1/manage/imports");
    }

    /** A POST to a collection, if it answers with something; to one thing, where that makes a secret or a delivery for it. */
    boolean makesSomething() {
        return method == HttpMethod.POST && (!namesSomething() || OF_ONE_THING.contains(path));
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    /** Whether its path names something that may not be there. */
    boolean namesSomething() {
        return path.contains("{");
    }

    /** Whether what its path names may have another slug now, or be gone. */
    boolean followsSlugs() {
        return WITH_SLUGS.matcher(path).lookingAt();
    }

    /** Whether its answer says where the same list is as a feed. */
    boolean hasFeeds() {
        return isRead() && WITH_FEEDS.matcher(path).matches();
    }

    /** Whether its answer shows one version of a thing that editors change. */
    boolean showsVersion() {
        return isConditional() || isCreation() || (isManagement() && isRead() && !isPaged());
    }

    boolean isPaged() {
        return takes("cursor") && !isStream();
    }

    private boolean takes(String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(known -> parameter.equals(known.getName()));
    }

    void answers(String status, APIResponse response) {
        operation.getResponses().addAPIResponse(status, response);
    }

    /** In the order of the statuses, whoever added them. */
    void sortResponses() {
        Map<String, APIResponse> sorted = new TreeMap<>(operation.getResponses().getAPIResponses());
        APIResponses responses = OASFactory.createAPIResponses();
        sorted.forEach(responses::addAPIResponse);
        operation.setResponses(responses);
    }
}
