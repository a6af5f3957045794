package press.broadsheet.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import press.broadsheet.access.Role;
import press.broadsheet.content.Ids;
import press.broadsheet.problem.ProblemException;
import press.broadsheet.query.Arguments;
import press.broadsheet.writing.Created;

@Path("/v1/manage/imports")
@RolesAllowed(Role.ADMIN)
@Tag(name = "Management")
class ImportResource {
    /** The type of bodies that are lines of JSON. */
    static final String LINES = "application/x-ndjson";

    private final Importing importing;
    private final ImportLog log;

    ImportResource(Importing importing, ImportLog log) {
        this.importing = importing;
        this.log = log;
    }

    /** Its batches are transactions of their own. */
    @POST
    @Consumes(LINES)
    @Transactional(TxType.NOT_SUPPORTED)
    @Operation(
            operationId = "startImport",
            summary = "Import lines of JSON, of any number; a second time changes nothing",
            description = "Needs an API key. Answers when all lines have been read. They are committed in batches: an"
                    + " import that was cut short is sent again as it is. Lines that are refused stop nothing; the report"
                    + " names them.")
    public RestResponse<ImportRepresentation> start(
            @RestQuery
                    @Parameter(
                            description = "A UUID of the client's own, to ask by while it runs; made if absent",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id,
            @RestQuery
                    @Parameter(
                            description =
                                    "Only tells what would become of the lines. Holds what it would change until its end",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String dryRun,
            @RestHeader("Content-Length") @Parameter(hidden = true) Long length,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = LINES,
                                            schema =
                                                    @Schema(
                                                            type = SchemaType.STRING,
                                                            description = "An object in each line")))
                    InputStream lines)
            throws IOException {
        Arguments arguments = new Arguments();
        List<UUID> ids = arguments.uuids("id", id, 1);
        boolean dry = arguments.flag("dryRun", dryRun);
        arguments.verify();
        UUID chosen = ids.isEmpty() ? Ids.next() : ids.get(0);
        importing.run(chosen, dry, length, lines);
        return Created.at("/v1/manage/imports/" + chosen, find(chosen));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getImport", summary = "What an import has done so far, and what is left")
    public ImportRepresentation get(String id) {
        return find(Ids.parse(id).orElseThrow(() -> ProblemException.noSuch("import", id)));
    }

    @GET
    @Path("{id}/report")
    @Produces(LINES)
    @Operation(operationId = "getImportReport", summary = "The lines that were refused, 1,000 at most, a line for each")
    @APIResponse(
            responseCode = "200",
            description = "Their numbers and faults",
            content = @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING)))
    public String report(String id) {
        ImportRepresentation found = get(id);
        return String.join(
                "", log.refusals(found.id()).stream().map(line -> line + "\n").toList());
    }

    private ImportRepresentation find(UUID id) {
        return log.find(id).orElseThrow(() -> ProblemException.noSuch("import", id));
    }
}
