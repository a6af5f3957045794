package press.broadsheet.engagement;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.caching.Fresh;
import press.broadsheet.page.PageInfo;
import press.broadsheet.query.Arguments;

@Path("/v1/counters")
@PermitAll
@Tag(name = "Engagement")
class CountersResource {
    private static final int MOST_IDS = 100;

    private final CounterRepository counters;
    private final Subjects subjects;

    CountersResource(CounterRepository counters, Subjects subjects) {
        this.counters = counters;
        this.subjects = subjects;
    }

    @GET
    @Fresh(seconds = 5)
    @Operation(
            operationId = "listCounters",
            summary = "The counters of several articles; ids that lead nowhere are left out")
    public CounterList list(
            @RestQuery @Parameter(description = "At most 100 ids of articles, separated by commas", required = true)
                    String ids) {
        Arguments arguments = new Arguments();
        List<UUID> asked = arguments.uuids("ids", ids, MOST_IDS);
        if (ids == null) {
            arguments.refuse("ids", "missing", "is needed: at most 100 ids of articles, separated by commas");
        }
        arguments.verify();
        List<Counters> found = counters.of(subjects.visible(asked));
        return new CounterList(found, PageInfo.only(MOST_IDS));
    }
}
