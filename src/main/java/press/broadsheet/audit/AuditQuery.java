package press.broadsheet.audit;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import press.broadsheet.query.Arguments;

/** What a client may narrow the audit log by. */
record AuditQuery(
        @RestQuery @Parameter(description = "Done with the key of this id, or by this subject of a token")
        String actor,

        @RestQuery @Parameter(description = "Done to this kind of thing")
        String type,

        @RestQuery
        @Parameter(
                description = "Done to the thing of this id",
                schema = @Schema(type = SchemaType.STRING, format = "uuid"))
        String id,

        @RestQuery @Parameter(description = "Not before this instant or day")
        String after,

        @RestQuery @Parameter(description = "Before this instant or day")
        String before) {
    private static final int LONGEST_ACTOR = 200;
    private static final int LONGEST_TYPE = 40;

    AuditFilter filter(Arguments arguments) {
        return new AuditFilter(
                arguments.text("actor", actor, LONGEST_ACTOR).orElse(null),
                arguments.text("type", type, LONGEST_TYPE).orElse(null),
                arguments.uuids("id", id, 1).stream().findFirst().orElse(null),
                arguments.instant("after", after).orElse(null),
                arguments.instant("before", before).orElse(null));
    }
}
