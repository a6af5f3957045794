package press.broadsheet.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import press.broadsheet.access.Role;

@Path("/v1/manage/export")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Management")
class ExportResource {
    private static final String LINES = "application/x-ndjson";

    private final Exporting exporting;

    ExportResource(Exporting exporting) {
        this.exporting = exporting;
    }

    @GET
    @Produces(LINES)
    @Operation(
            operationId = "exportSite",
            summary = "All content as lines of JSON, which an import into an empty database makes the same site of",
            description =
                    "Needs an API key. As of one instant, however long it takes. Holds no keys and no settings of the"
                            + " server; readers who reacted are in it as the hashes under which they are stored.")
    @APIResponse(
            responseCode = "200",
            description = "An object in each line, what is referred to before what refers to it",
            content = @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING)))
    public StreamingOutput export() {
        return exporting::writeTo;
    }
}
