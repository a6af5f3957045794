package press.broadsheet.page;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.core.Context;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.page.PageRequest.Count;
import press.broadsheet.query.Arguments;

/** The parameters that every list has which is read page by page; as a {@code @BeanParam}. */
public record PageQuery(
        @RestQuery
        @DefaultValue("20")
        @Parameter(
                description = "The most items on a page",
                schema = @Schema(type = INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
        String limit,

        @RestQuery @Parameter(description = "The order; a `-` before the key turns it round")
        String sort,

        @RestQuery
        @Parameter(
                description = "Where to go on: `page.next` or `page.prev` of an answer, with the same other parameters")
        String cursor,

        @RestQuery
        @Parameter(
                description = "Adds the size of the whole list as `page.total`",
                schema =
                        @Schema(
                                type = STRING,
                                enumeration = {"estimated", "exact"}))
        String count,

        @Context Cursors cursors) {

    private static final int DEFAULT_LIMIT = 20;
    private static final int GREATEST_LIMIT = 100;

    /**
     * Reads what page is wanted.
     *
     * @param allowed the orders of the list
     * @param filter what narrows the list, as text in which every value of the filter stands: the {@code toString} of a
     *     filter that is a record. A cursor is good for this filter only
     */
    public PageRequest read(Arguments arguments, Sorting allowed, String filter) {
        Sort chosen = allowed.read(arguments, sort);
        return new PageRequest(
                arguments.integer("limit", limit, 1, GREATEST_LIMIT, DEFAULT_LIMIT),
                chosen,
                cursors.read(cursor, chosen, filter, arguments),
                Count.valueOf(arguments
                        .oneOf("count", count, List.of("estimated", "exact"), "none")
                        .toUpperCase(Locale.ROOT)),
                position -> cursors.write(position, chosen, filter));
    }
}
