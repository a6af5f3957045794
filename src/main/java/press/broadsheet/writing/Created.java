package press.broadsheet.writing;

import java.net.URI;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The answer to a successful POST: 201 with where the new thing is, what it looks like, and its version as {@code ETag}. */
public final class Created {
    private Created() {}

    public static <T> RestResponse<T> at(String path, int version, T representation) {
        return ResponseBuilder.create(Status.CREATED, representation)
                .location(URI.create(path))
                .tag(String.valueOf(version))
                .build();
    }
}
