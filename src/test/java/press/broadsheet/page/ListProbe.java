package press.broadsheet.page;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.query.Arguments;
import press.broadsheet.query.Fields;

/** A list of a hundred items in memory, asked for in the closed query language. */
@Path("/probe/page")
@PermitAll
public class ListProbe {
    static final Sorting SORTING = new Sorting(
            "i.id",
            "-publishedAt",
            List.of(Sorting.Key.instant("publishedAt", "i.publishedAt"), Sorting.Key.text("title", "i.title")));

    static final AtomicInteger CALLS = new AtomicInteger();

    private static final Fields FIELDS = Fields.of(Item.class);

    public record Item(UUID id, String title, Instant publishedAt, Group group, List<Group> groups, String body) {}

    public record Group(String slug, String name) {}

    public record Period(
            @RestQuery @Parameter(description = "After this instant")
            String publishedAfter,

            @RestQuery @Parameter(description = "Before this instant")
            String publishedBefore) {}

    public record ItemFilter(
            @RestQuery @Parameter(description = "A section, with those below it")
            String section,

            @RestQuery("tag") @Parameter(description = "Tags")
            List<String> tags,

            @RestQuery String q,
            @BeanParam Period period) {}

    @GET
    @Path("items")
    @Operation(hidden = true)
    public Page<Item> items(@BeanParam ItemFilter filter, @BeanParam PageQuery page, @RestQuery String fields) {
        CALLS.incrementAndGet();
        Arguments arguments = new Arguments();
        PageRequest request = page.read(arguments, SORTING, filter.toString());
        arguments.terms("tag", filter.tags());
        arguments.text("q", filter.q(), 100);
        arguments.instant("publishedAfter", filter.period().publishedAfter());
        Fields wanted = FIELDS.read(arguments, fields);
        arguments.verify();
        List<Item> items = Shelf.ITEMS.stream()
                .map(item -> wanted.wants("body") ? item : without(item))
                .toList();
        Page<Item> answer =
                Page.of(request, Shelf.fetch(items, request), item -> Position.at(item.publishedAt(), item.id()));
        return request.count() == PageRequest.Count.EXACT ? answer.with(Total.exact(items.size())) : answer;
    }

    @GET
    @Path("items/{id}")
    @Operation(hidden = true)
    public Item item(@RestPath UUID id, @RestQuery String fields, UriInfo uri) {
        Arguments arguments = new Arguments();
        FIELDS.read(arguments, fields);
        arguments.verify();
        return Shelf.ITEMS.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Item without(Item item) {
        return new Item(item.id(), item.title(), item.publishedAt(), item.group(), item.groups(), null);
    }
}
