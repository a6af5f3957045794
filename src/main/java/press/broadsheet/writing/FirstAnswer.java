package press.broadsheet.writing;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What the first request with an idempotency key was answered.
 *
 * @param request the SHA-256 of what was asked, in hexadecimal
 * @param location null if none
 * @param etag null if none
 * @param body null if none
 */
record FirstAnswer(String request, int status, String location, String etag, String body) {

    /** Of what a resource method returned. */
    static FirstAnswer of(String request, Object result, ObjectMapper json) throws JsonProcessingException {
        if (result instanceof RestResponse<?> answer) {
            Object location = answer.getHeaders().getFirst(HttpHeaders.LOCATION);
            return new FirstAnswer(
                    request,
                    answer.getStatus(),
                    location == null ? null : location.toString(),
                    etag(answer.getEntity()),
                    json.writeValueAsString(answer.getEntity()));
        }
        return result == null
                ? new FirstAnswer(request, Response.Status.NO_CONTENT.getStatusCode(), null, null, null)
                : new FirstAnswer(
                        request,
                        Response.Status.OK.getStatusCode(),
                        null,
                        etag(result),
                        json.writeValueAsString(result));
    }

    private static String etag(Object entity) {
        return entity instanceof Versioned thing ? String.valueOf(thing.version()) : null;
    }

    boolean isTo(String asked) {
        return request.equals(asked);
    }

    /** Ends the request with this answer; its transaction, in which nothing was done, is rolled back. */
    WebApplicationException again() {
        Response.ResponseBuilder answer = Response.status(status).header("Idempotent-Replayed", "true");
        if (location != null) {
            answer.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            answer.tag(new EntityTag(etag));
        }
        if (body != null) {
            answer.type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8")).entity(body);
        }
        return new WebApplicationException(answer.build());
    }
}
