package press.broadsheet.writing;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * The answer to a successful POST: 201 with where the new thing is and what it looks like. Where it is, is a path alone (RFC
 * 9110, 10.2.2): the framework would put the request's {@code Host} before it, which is the client's word.
 */
public final class Created {
    private Created() {}

    /** With the thing's version as {@code ETag}. */
    public static <T> RestResponse<T> at(String path, int version, T representation) {
        return answer(path, representation).tag(String.valueOf(version)).build();
    }

    /** Of a thing that has no versions. */
    public static <T> RestResponse<T> at(String path, T representation) {
        return answer(path, representation).build();
    }

    private static <T> ResponseBuilder<T> answer(String path, T representation) {
        return ResponseBuilder.create(Status.CREATED, representation).header(HttpHeaders.LOCATION, path);
    }
}
