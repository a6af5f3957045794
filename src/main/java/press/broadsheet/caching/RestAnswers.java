package press.broadsheet.caching;

import java.time.Clock;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import press.broadsheet.conditional.Coding;
import press.broadsheet.conditional.Condition;

/** How an answer that may be kept goes out through the REST stack; {@link WireReads} sends the same. */
@Singleton
class RestAnswers {
    private static final String KEPT = KeptAnswer.class.getName();

    private final CacheHeaders headers;
    private final Clock clock;
    private final boolean serverCompresses;

    RestAnswers(
            CacheHeaders headers,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.enable-compression", defaultValue = "false")
                    boolean serverCompresses) {
        this.headers = headers;
        this.clock = clock;
        this.serverCompresses = serverCompresses;
    }

    /** What is kept, in place of a load; it takes the way of a loaded answer through the filters. */
    static Response again(ContainerRequestContext request, KeptAnswer kept, String status) {
        request.setProperty(KEPT, kept);
        Response.ResponseBuilder response = Response.ok(kept.body().getBytes()).header(CacheStatus.HEADER, status);
        kept.describing().forEach(response::header);
        return response.build();
    }

    /** What {@link #again} put in place of a load; null if a request is loaded. */
    static KeptAnswer keptFor(ContainerRequestContext request) {
        return (KeptAnswer) request.getProperty(KEPT);
    }

    /** Puts a kept answer in the place of an error. */
    void replace(ContainerRequestContext request, ContainerResponseContext response, KeptAnswer kept, String status) {
        response.getHeaders().keySet().removeIf(name -> !name.equalsIgnoreCase("Server-Timing"));
        response.setStatus(Response.Status.OK.getStatusCode());
        answer(request, response, kept, status);
    }

    /** The headers for caches, and the body, unless the client has it already. */
    void answer(ContainerRequestContext request, ContainerResponseContext response, KeptAnswer kept, String status) {
        headers.of(kept, coding(request)).forEach(response.getHeaders()::putSingle);
        // As they were kept: filters that add to them may have met this answer before.
        kept.describing().forEach(response.getHeaders()::putSingle);
        response.getHeaders().putSingle(CacheStatus.HEADER, status);
        if (hasIt(request, kept)) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
            // A 304 says nothing of a body, whoever says it.
            kept.describing().keySet().forEach(response.getHeaders()::remove);
        } else {
            write(request, response, kept);
        }
    }

    private boolean hasIt(ContainerRequestContext request, KeptAnswer kept) {
        return Condition.of(
                        request.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                        request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE),
                        clock.instant())
                .filter(condition -> condition.isMetBy(kept.validator()))
                .isPresent();
    }

    private void write(ContainerRequestContext request, ContainerResponseContext response, KeptAnswer kept) {
        Coding coding = coding(request);
        byte[] coded = kept.body(coding).getBytes();
        response.setEntity(coded);
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, coded.length);
        boolean isHead = request.getMethod().equals(HttpMethod.HEAD);
        if (coding == Coding.GZIP || (serverCompresses && !isHead)) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, coding.token());
        }
    }

    private static Coding coding(ContainerRequestContext request) {
        return Coding.accepted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }
}
