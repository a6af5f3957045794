package press.broadsheet.sync;

import java.util.OptionalLong;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.query.Arguments;

/** Which changes a client wants to hear of, and from where on. */
record ChangeQuery(
        @RestQuery
        @Parameter(
                description =
                        "Only of these types, separated by commas: article, author, collection, section, site, tag",
                example = "article")
        String type,

        @RestQuery
        @Parameter(description = "Only of these kinds, separated by commas: publish, update, unpublish, delete")
        String kind,

        @RestQuery
        @Parameter(
                description =
                        "Where to go on: `page.next` or the `cursor` of a change, with the same `type` and `kind`")
        String cursor) {

    /** The number behind which to go on; without a cursor another one. */
    long after(ChangeFilter filter, long otherwise, Bookmarks bookmarks, Arguments arguments) {
        if (cursor == null) {
            return otherwise;
        }
        OptionalLong number = bookmarks.read(cursor, filter);
        if (number.isEmpty()) {
            arguments.refuse("cursor", "not-a-cursor", Bookmarks.REMEDY);
        }
        return number.orElse(otherwise);
    }

    ChangeFilter filter(Arguments arguments) {
        return new ChangeFilter(
                arguments.someOf("type", type, ChangeFilter.TYPES), arguments.someOf("kind", kind, ChangeFilter.KINDS));
    }
}
