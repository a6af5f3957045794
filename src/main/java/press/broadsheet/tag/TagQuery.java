package press.broadsheet.tag;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.query.Arguments;

/** What a client may narrow the list of tags by. */
record TagQuery(
        @RestQuery
        @Parameter(
                description = "Only of this type",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"person", "place", "organisation", "topic", "event", "work", "series"}))
        String type,

        @RestQuery @Parameter(description = "Whose name begins like this, in any case", example = "hel")
        String q) {
    private static final int LONGEST_PREFIX = 100;

    TagFilter filter(Arguments arguments) {
        String chosen = arguments.oneOf("type", type, TagType.codes(), null);
        return new TagFilter(
                chosen == null ? null : TagType.of(chosen),
                arguments.text("q", q, LONGEST_PREFIX).orElse(null));
    }
}
