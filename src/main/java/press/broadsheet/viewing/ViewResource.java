package press.broadsheet.viewing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import press.broadsheet.content.Reference;
import press.broadsheet.limits.ClientAddress;
import press.broadsheet.limits.Limit;
import press.broadsheet.limits.Limited;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;

@Path("/v1/articles")
@PermitAll
@Tag(name = "Engagement")
class ViewResource {
    /** What a beacon may carry. It is not read: all that counts stands in the head of the request. */
    private static final int LARGEST_BODY = 1024;

    private final ViewCounting counting;
    private final ClientAddress address;

    ViewResource(ViewCounting counting, ClientAddress address) {
        this.counting = counting;
        this.address = address;
    }

    @POST
    @Path("{ref}/views")
    @NonBlocking
    @Limited(Limit.VIEWS)
    @Consumes({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "addView",
            summary = "Say that an article is being viewed; made for navigator.sendBeacon",
            description = """
                    Needs no key. A visitor counts once on an article in half an hour to an hour; known robots do not count. The \
                    answer is the same whether or not it counted, and for what is no article. Views are counted a second later.""")
    @RequestBody(
            description = "May be empty, and is not read",
            required = false,
            content = {
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 1024)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(description = "Anything"))
            })
    @APIResponse(responseCode = "202", description = "Held in memory, and counted soon if it counts")
    public RestResponse<Void> view(Reference ref, @Context HttpServerRequest request) {
        if (!isShort(request)) {
            throw ProblemException.of(
                            ProblemType.BODY_TOO_LARGE,
                            "A beacon is empty, or has a `Content-Length` of at most %d.".formatted(LARGEST_BODY))
                    .with("Connection", "close");
        }
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        counting.count(ref, address.of(request), userAgent == null ? "" : userAgent);
        return RestResponse.status(Status.ACCEPTED);
    }

    /** A length that is no number or beyond the limit of all bodies was turned away before. */
    private static boolean isShort(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? !request.headers().contains("Transfer-Encoding")
                : Long.parseLong(length) <= LARGEST_BODY;
    }
}
