package press.broadsheet.sync;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.caching.Fresh;
import press.broadsheet.page.PageInfo;
import press.broadsheet.query.Arguments;

@Path("/v1/changes")
@PermitAll
@Tag(name = "Changes")
class ChangeResource {
    private static final String NOW = "now";

    private final ToldChanges told;
    private final Bookmarks bookmarks;

    ChangeResource(ToldChanges told, Bookmarks bookmarks) {
        this.told = told;
        this.bookmarks = bookmarks;
    }

    @GET
    @Fresh(seconds = 1, announced = true)
    @Operation(
            operationId = "listChanges",
            summary = "What changed for readers, oldest first: every publish, update, unpublish and delete",
            description = """
                    For clients that keep a copy. To start: ask with `from=now` and keep `page.next`, then read the lists that you \
                    want to have (with `Cache-Control: no-cache`, lest a cache between gives older ones). To stay in sync: ask with `cursor` set to the `page.next` that you kept, do again what the \
                    items say (read the thing anew by its id, or drop what is unpublished or deleted), keep the new `page.next`; \
                    at once again while `upToDate` is false, later when it is true. An item is told once, in the order of the \
                    commits, none is left out, and a cursor never expires. A poll with `If-None-Match` costs next to nothing \
                    while nothing has changed. Without `cursor` and `from`, the answer begins with the first change that there \
                    ever was. Needs no key.""")
    public ChangePage list(
            @BeanParam ChangeQuery query,
            @RestQuery
                    @DefaultValue("start")
                    @Parameter(
                            description = "Where to begin without a `cursor`",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"start", NOW},
                                            defaultValue = "start"))
                    String from,
            @RestQuery
                    @DefaultValue("20")
                    @Parameter(
                            description = "The most items of an answer",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    String limit) {
        Arguments arguments = new Arguments();
        ChangeFilter filter = query.filter(arguments);
        int most = arguments.integer("limit", limit, 1, 100, 20);
        boolean now = NOW.equals(arguments.oneOf("from", from, List.of("start", NOW), "start"));
        long after = query.after(filter, 0, bookmarks, arguments);
        if (now && query.cursor() != null) {
            arguments.refuse("from", "not-allowed", "contradicts cursor: leave one out");
        }
        arguments.verify();
        return page(after, now, most, filter);
    }

    private ChangePage page(long after, boolean now, int limit, ChangeFilter filter) {
        // Before the rows: what comes in between is then either among them or behind the place where the client goes
        // on.
        long newest = told.newest();
        List<ToldChange> rows = now ? List.of() : told.between(after, Long.MAX_VALUE, filter, limit + 1);
        boolean more = rows.size() > limit;
        List<ToldChange> changes = more ? rows.subList(0, limit) : rows;
        long last = changes.isEmpty() ? after : changes.get(changes.size() - 1).number();
        // At the end, beyond what the filter leaves out too: else each poll would pass over that again.
        long next = more ? last : Math.max(last, newest);
        return new ChangePage(
                changes.stream()
                        .map(change -> ChangeRepresentation.of(change, bookmarks.write(change.number(), filter)))
                        .toList(),
                new PageInfo(limit, bookmarks.write(next, filter), null, null),
                !more);
    }
}
