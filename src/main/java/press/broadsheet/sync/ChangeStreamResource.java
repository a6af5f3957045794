package press.broadsheet.sync;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.problem.ProblemType;
import press.broadsheet.problem.Violation;
import press.broadsheet.query.Arguments;

@Path("/v1/changes")
@PermitAll
@Tag(name = "Changes")
class ChangeStreamResource {
    private final ChangeStream stream;
    private final Bookmarks bookmarks;
    private final ObjectMapper json;

    ChangeStreamResource(ChangeStream stream, Bookmarks bookmarks, ObjectMapper json) {
        this.stream = stream;
        this.bookmarks = bookmarks;
        this.json = json;
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "followChanges", summary = "What changes for readers, as it happens", description = """
                    Server-sent events: `change`, its data an item of the list of changes. A browser's `EventSource` reads it, \
                    and comes back by itself with `Last-Event-ID` when it has lost touch: it then gets what it missed. Begins \
                    where `cursor` says, or with the next change. What is told can be fetched at once: the server drops what it \
                    kept before it tells. A comment comes every 15 seconds while nothing happens; who takes nothing for so \
                    long is cut off. Needs no key.""")
    @APIResponse(
            responseCode = "200",
            description = "Events, until either side ends it",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> follow(
            @BeanParam ChangeQuery query,
            @RestHeader("Last-Event-ID")
                    @Parameter(description = "The last event that came; has precedence over `cursor`")
                    String lastEventId,
            @Context Sse sse,
            @Context RoutingContext exchange) {
        Arguments arguments = new Arguments();
        ChangeFilter filter = query.filter(arguments);
        long after = query.after(filter, stream.recent().upTo(), bookmarks, arguments);
        arguments.verify();
        long position = resumed(lastEventId, filter, after);
        stream.admit();

        exchange.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform")
                // Or nginx would collect events before it hands them on.
                .putHeader("X-Accel-Buffering", "no");
        if (exchange.request().method().equals(HttpMethod.HEAD)) {
            return Multi.createFrom().empty();
        }
        Events events = new Events(sse, json, bookmarks, filter);
        return Multi.createFrom().publisher(new Listener(stream, position, filter, events, exchange.response()::reset));
    }

    private long resumed(String lastEventId, ChangeFilter filter, long otherwise) {
        // Browsers send none rather than an empty one; others don't.
        if (lastEventId == null || lastEventId.isEmpty()) {
            return otherwise;
        }
        return bookmarks
                .read(lastEventId, filter)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.INVALID_PARAMETERS,
                        List.of(Violation.inHeader("Last-Event-ID", "not-a-cursor", Bookmarks.REMEDY))));
    }
}
