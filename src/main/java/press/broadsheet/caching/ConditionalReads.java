package press.broadsheet.caching;

import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import press.broadsheet.query.CanonicalRequest;

/**
 * Makes every public GET and HEAD conditional, and keeps what it answers. Before a resource is called: what is kept is the
 * answer, in whatever spelling it is asked for, on the event loop and without a load; what somebody else is loading is waited
 * for. After it: the answer gets its validator, is kept with it, and becomes a 304 if the client has it already.
 */
class ConditionalReads {
    /** After the parameters were checked, so that what is refused is refused to all alike. */
    private static final int BEGIN = Priorities.USER;

    /** Response filters run from high to low: this one while the answer is still what the resource returned, */
    private static final int NOTE = Priorities.USER + 1000;

    /** and this one when it has its last form. */
    private static final int FINISH = Priorities.ENTITY_CODER;

    private static final String KEYED = Keyed.class.getName();

    private final Map<Method, Policy> policies = new ConcurrentHashMap<>();
    private final KeptAnswers answers;
    private final Loads loads;
    private final RestAnswers rest;
    private final Horizon horizon;
    private final ObjectMapper json;
    private final Clock clock;

    ConditionalReads(
            KeptAnswers answers, Loads loads, RestAnswers rest, Horizon horizon, ObjectMapper json, Clock clock) {
        this.answers = answers;
        this.loads = loads;
        this.rest = rest;
        this.horizon = horizon;
        this.json = json;
        this.clock = clock;
    }

    @ServerRequestFilter(priority = BEGIN, nonBlocking = true)
    public Uni<Response> begin(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        Policy policy = policies.computeIfAbsent(resource.getResourceMethod(), Policy::of);
        if (!policy.open() || !isRead(request) || isPersonal(request)) {
            return Uni.createFrom().nullItem();
        }
        CanonicalRequest question = CanonicalRequest.of(request.getUriInfo(), policy.defaults(), policy.form());
        Loads.Asking asking = new Loads.Asking(
                question,
                policy.keyed(),
                request,
                context,
                () -> new Load(
                        question,
                        policy,
                        answers.newestChange(),
                        horizon.nextTransition().orElse(Instant.MAX)));
        // Of a path with several forms the REST stack refuses what takes none of them after this.
        boolean plain = policy.form().isEmpty()
                || KeptAnswer.isTaken(request.getHeaderString(HttpHeaders.ACCEPT), policy.form());
        return Uni.createFrom().completionStage(plain ? loads.begin(asking) : Loads.alone(asking));
    }

    @ServerResponseFilter(priority = NOTE)
    public void note(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 200 && response.getEntity() instanceof Keyed keyed) {
            request.setProperty(KEYED, keyed);
        }
    }

    @ServerResponseFilter(priority = FINISH)
    public void finish(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context)
            throws IOException {
        Load load = Loads.of(request);
        KeptAnswer kept = RestAnswers.keptFor(request);
        if (kept != null) {
            learn(context, kept);
            rest.answer(request, response, kept, response.getHeaderString(CacheStatus.HEADER));
        } else if (load != null && request.getProperty(KEYED) instanceof Keyed keyed) {
            KeptAnswer answer = answer(response, load, keyed);
            boolean forAll = KeptAnswer.isForAll(response.getStringHeaders());
            boolean stored = forAll && answers.keep(answer);
            learn(context, answer);
            loads.end(request, forAll && answers.isForOthers(answer) ? Loads.Result.LOADED : Loads.Result.OTHER);
            rest.answer(request, response, answer, CacheStatus.loaded(stored));
        } else {
            finishOther(request, response, load);
        }
        removeLeftovers(request, response, context.response().headers());
    }

    private KeptAnswer answer(ContainerResponseContext response, Load load, Keyed keyed) throws IOException {
        byte[] body =
                response.getEntity() instanceof byte[] ready ? ready : json.writeValueAsBytes(response.getEntity());
        return KeptAnswer.of(load, answers.validator(body, keyed), response.getStringHeaders(), body, clock.instant());
    }

    /**
     * Learns in which spelling it was asked for, so that it is found without this stack the next time; unless a later filter says
     * that the answer depends on more than on that.
     */
    private void learn(RoutingContext context, KeptAnswer answer) {
        context.addHeadersEndHandler(sent -> {
            if (HttpHeaders.ACCEPT_ENCODING.equals(context.response().headers().get(HttpHeaders.VARY))) {
                answers.learn(context.request().uri(), answer.load().request());
            }
        });
    }

    /** What is not for all, what is not made of keys, and what failed. */
    private void finishOther(ContainerRequestContext request, ContainerResponseContext response, Load load) {
        boolean failed = response.getStatus() >= 500;
        if (load != null) {
            loads.end(request, failed ? Loads.Result.FAILED : Loads.Result.OTHER);
        }
        Optional<KeptAnswer> former = failed && load != null ? answers.ifFailing(load.request()) : Optional.empty();
        if (former.isPresent()) {
            rest.replace(request, response, former.get(), loads.failing(former.get()));
        } else if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE);
        }
    }

    private static void removeLeftovers(
            ContainerRequestContext request, ContainerResponseContext response, MultiMap headers) {
        if (response.getStatus() == 304) {
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }
        if (!response.hasEntity()
                || request.getMethod().equals(HttpMethod.HEAD)
                || response.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            // Where the server compresses, every answer starts as "identity"; it takes that out of bodies only. With
            // another
            // coding beside it, it would take out both.
            headers.remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }

    /** Whoever says who they are may be shown what others may not see, a preview for instance. */
    private static boolean isPersonal(ContainerRequestContext request) {
        return request.getSecurityContext().getUserPrincipal() != null;
    }
}
