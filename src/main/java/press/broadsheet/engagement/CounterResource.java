package press.broadsheet.engagement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.caching.Fresh;
import press.broadsheet.content.Reference;

@Path("/v1/articles")
@PermitAll
@Tag(name = "Engagement")
class CounterResource {
    private final CounterRepository counters;
    private final Subjects subjects;

    CounterResource(CounterRepository counters, Subjects subjects) {
        this.counters = counters;
        this.subjects = subjects;
    }

    @GET
    @Path("{ref}/counters")
    @Fresh(seconds = 5)
    @Operation(operationId = "getCounters", summary = "How often an article was read, and its reactions")
    public Counters get(Reference ref) {
        return counters.of(subjects.idOf(ref));
    }
}
