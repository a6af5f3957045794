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
import io.vertx.core.http.HttpServerResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Makes every public GET and HEAD conditional. Before a resource is called: if what the client has is known to be the present
 * state, that is the answer, on the event loop and without a load. After it: the answer gets its validator, which is kept,
 * and becomes a 304 if the client has it already.
 */
class ConditionalReads {
    /** After the parameters were checked, so that what is refused is refused to all alike. */
    private static final int BEGIN = Priorities.USER;

    /** Response filters run from high to low: this one while the answer is still what the resource returned, */
    private static final int NOTE = Priorities.USER + 1000;

    /** and this one when it has its last form. */
    private static final int FINISH = Priorities.ENTITY_CODER;

    private static final String LOAD = Load.class.getName();
    private static final String KEYED = Keyed.class.getName();

    private final Map<Method, Policy> policies = new ConcurrentHashMap<>();
    private final KnownValidators known;
    private final Horizon horizon;
    private final CacheHeaders headers;
    private final ObjectMapper json;
    private final Clock clock;
    private final boolean serverCompresses;

    ConditionalReads(
            KnownValidators known,
            Horizon horizon,
            CacheHeaders headers,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.enable-compression", defaultValue = "false")
                    boolean serverCompresses) {
        this.known = known;
        this.horizon = horizon;
        this.headers = headers;
        this.json = json;
        this.clock = clock;
        this.serverCompresses = serverCompresses;
    }

    @ServerRequestFilter(priority = BEGIN, nonBlocking = true)
    public Optional<Response> begin(ContainerRequestContext request, ResourceInfo resource) {
        Policy policy = policies.computeIfAbsent(resource.getResourceMethod(), Policy::of);
        if (!policy.open() || !isRead(request) || isPersonal(request)) {
            return Optional.empty();
        }
        Load load = new Load(
                CanonicalRequest.of(request.getUriInfo(), policy),
                policy,
                known.newestChange(),
                horizon.nextTransition().orElse(Instant.MAX));
        request.setProperty(LOAD, load);
        return Condition.of(request, clock.instant())
                .flatMap(condition -> known.of(load.request()).filter(condition::isMetBy))
                .map(validator -> notModified(request, load, validator));
    }

    @ServerResponseFilter(priority = NOTE)
    public void note(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 200 && response.getEntity() instanceof Keyed keyed) {
            request.setProperty(KEYED, keyed);
        }
    }

    @ServerResponseFilter(priority = FINISH)
    public void finish(ContainerRequestContext request, ContainerResponseContext response, HttpServerResponse server)
            throws IOException {
        if (request.getProperty(LOAD) instanceof Load load && request.getProperty(KEYED) instanceof Keyed keyed) {
            finish(request, response, load, keyed);
        } else if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE);
        }
        if (response.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()) {
            server.headers().remove(HttpHeaders.CONTENT_LENGTH);
        }
        if (!response.hasEntity() || request.getMethod().equals(HttpMethod.HEAD)) {
            // Where the server compresses, every answer starts as "identity"; it takes that out of bodies only.
            server.headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    private void finish(ContainerRequestContext request, ContainerResponseContext response, Load load, Keyed keyed)
            throws IOException {
        byte[] body =
                response.getEntity() instanceof byte[] ready ? ready : json.writeValueAsBytes(response.getEntity());
        Validator validator = known.validator(body, keyed);
        known.keep(load, validator);
        headers.of(load, validator, coding(request)).forEach(response.getHeaders()::putSingle);
        if (Condition.of(request, clock.instant())
                .filter(condition -> condition.isMetBy(validator))
                .isPresent()) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        } else {
            write(request, response, body);
        }
    }

    private void write(ContainerRequestContext request, ContainerResponseContext response, byte[] body) {
        Coding coding = coding(request);
        byte[] coded = coding.encode(body);
        response.setEntity(coded);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, coded.length);
        boolean isHead = request.getMethod().equals(HttpMethod.HEAD);
        if (coding == Coding.GZIP || (serverCompresses && !isHead)) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, coding.token());
        }
    }

    private Response notModified(ContainerRequestContext request, Load load, Validator validator) {
        Response.ResponseBuilder response = Response.notModified();
        headers.of(load, validator, coding(request)).forEach(response::header);
        return response.build();
    }

    private static Coding coding(ContainerRequestContext request) {
        return Coding.accepted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }

    /** Whoever says who they are may be shown what others may not see, a preview for instance. */
    private static boolean isPersonal(ContainerRequestContext request) {
        return request.getSecurityContext().getUserPrincipal() != null;
    }
}
