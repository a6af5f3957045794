package press.broadsheet.engagement;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import press.broadsheet.content.Ids;
import press.broadsheet.content.Reference;
import press.broadsheet.limits.Limit;
import press.broadsheet.limits.Limited;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.site.CurrentSite;

@Path("/v1/articles")
@PermitAll
@Tag(name = "Engagement")
class ReactionResource {
    private final ReactionRecording recording;
    private final CounterRepository counters;
    private final Subjects subjects;
    private final CurrentSite site;

    ReactionResource(ReactionRecording recording, CounterRepository counters, Subjects subjects, CurrentSite site) {
        this.recording = recording;
        this.counters = counters;
        this.subjects = subjects;
        this.site = site;
    }

    @PUT
    @Path("{ref}/reactions/{kind}/{reader}")
    @Limited(Limit.REACTIONS)
    @Transactional
    @Operation(operationId = "react", summary = "Give a reaction; the same one again changes nothing")
    @APIResponse(
            responseCode = "201",
            description = "Counted",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Counters.class)))
    @APIResponse(
            responseCode = "200",
            description = "Was counted before",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Counters.class)))
    public RestResponse<Counters> react(Reference ref, String kind, String reader) {
        UUID article = subjects.idOf(ref);
        boolean first = recording.react(article, offered(kind), readerId(reader));
        return RestResponse.status(first ? Status.CREATED : Status.OK, counters.of(article));
    }

    @DELETE
    @Path("{ref}/reactions/{kind}/{reader}")
    @Limited(Limit.REACTIONS)
    @Transactional
    @Operation(operationId = "takeReactionBack", summary = "Take a reaction back")
    @APIResponse(responseCode = "204", description = "It does not count, whether or not it did")
    public void takeBack(Reference ref, String kind, String reader) {
        recording.takeBack(subjects.idOf(ref), offered(kind), readerId(reader));
    }

    private String offered(String kind) {
        return site.settings().reactions().stream()
                .map(offer -> offer.kind())
                .filter(kind::equals)
                .findFirst()
                .orElseThrow(() -> ProblemException.noSuch("reaction", kind));
    }

    private static UUID readerId(String reader) {
        return Ids.parse(reader).orElseThrow(() -> ProblemException.noSuch("reader id (a UUID)", reader));
    }
}
